package dev.moonlet.module.async;

import dev.moonlet.lua.Coroutine;
import dev.moonlet.lua.value.Held;
import dev.moonlet.module.ModuleFunction;
import dev.moonlet.module.ObjectType;
import dev.moonlet.module.signature.Types;
import java.util.ArrayList;
import java.util.List;
import org.luaj.vm2.LuaValue;
import org.luaj.vm2.Varargs;

/** A function that runs beside the one that has spawned it. */
final class Handle implements Held {

    static final ObjectType<Handle> TYPE =
            ObjectType.named("async.Handle", Handle.class)
                    .method(
                            ModuleFunction.named("join")
                                    .described(
                                            "Waits until the function has ended; returns its"
                                                    + " results, or nil and its error.")
                                    .returns(Types.ANY, Types.ANY)
                                    .does(given -> given.object(1, Handle.TYPE).join())
                                    .waiting())
                    .method(
                            ModuleFunction.named("cancel")
                                    .described("Ends the function where it waits.")
                                    .does(given -> given.object(1, Handle.TYPE).cancel()))
                    .method(
                            ModuleFunction.named("done")
                                    .described("Whether the function has ended.")
                                    .returns(Types.BOOLEAN)
                                    .does(given -> given.object(1, Handle.TYPE).done()));

    private final Ending ending = new Ending(_ -> wakeAll());
    private final List<Coroutine<?>> joining = new ArrayList<>();
    private final Coroutine<?> coroutine;

    private Handle(LuaValue function, Varargs arguments) {
        coroutine = Coroutine.running().tasks().begin(function, arguments, ending);
    }

    static LuaValue spawn(LuaValue function, Varargs arguments) {
        return TYPE.of(new Handle(function, arguments));
    }

    private Varargs join() {
        while (!ending.isOver()) {
            joining.add(Coroutine.running());
            Coroutine.park();
        }
        return ending.tell();
    }

    private Varargs cancel() {
        coroutine.cancel();
        return LuaValue.NONE;
    }

    private LuaValue done() {
        return LuaValue.valueOf(ending.isOver());
    }

    private void wakeAll() {
        joining.forEach(each -> each.wake(null));
        joining.clear();
    }
}
