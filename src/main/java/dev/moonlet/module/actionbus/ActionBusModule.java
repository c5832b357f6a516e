package dev.moonlet.module.actionbus;

import dev.moonlet.lua.Coroutine;
import dev.moonlet.lua.Text;
import dev.moonlet.lua.value.Calls;
import dev.moonlet.lua.value.Table;
import dev.moonlet.module.Arguments;
import dev.moonlet.module.Definition;
import dev.moonlet.module.ErrorValue;
import dev.moonlet.module.Module;
import dev.moonlet.module.ModuleClass;
import dev.moonlet.module.ModuleFunction;
import dev.moonlet.module.json.JsonValues;
import dev.moonlet.module.signature.Types;
import dev.moonlet.operation.Answer;
import dev.moonlet.operation.actionbus.Actions;
import dev.moonlet.operation.actionbus.PerformAction;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.luaj.vm2.LuaFunction;
import org.luaj.vm2.LuaString;
import org.luaj.vm2.LuaValue;
import org.luaj.vm2.Varargs;
import org.springframework.stereotype.Component;

/** Functions and beans that are called by a name: {@code actionbus.dispatch(name, payload)}. */
@Component
final class ActionBusModule implements Module {

    private static final String NAME = "name";

    private final Actions actions;

    ActionBusModule(Actions actions) {
        this.actions = actions;
    }

    @Override
    public Definition definition() {
        return Definition.of("actionbus", "Calls functions of scripts and beans by a name.")
                .classes(ModuleClass.IO)
                .with(
                        ModuleFunction.named("register")
                                .described(
                                        "Gives a function a name: for good in a script that is"
                                                + " loaded, until it has answered in a handler.")
                                .takes(NAME, Types.STRING)
                                .takes("action", Types.FUNCTION)
                                .does(given -> register(given, given.value(2))))
                .with(
                        ModuleFunction.named("unregister")
                                .described(
                                        "Takes a function's name away; returns whether it had it.")
                                .takes(NAME, Types.STRING)
                                .returns(Types.BOOLEAN)
                                .does(ActionBusModule::unregister))
                .with(
                        ModuleFunction.named("names")
                                .described("The names that can be dispatched, sorted.")
                                .returns(Types.array(Types.STRING))
                                .does(_ -> names()))
                .with(
                        ModuleFunction.named("dispatch")
                                .described(
                                        "Calls the function of a name and returns its results. If"
                                                + " there is none, a bean of that name gets a copy"
                                                + " of the payload, which has to have a JSON form"
                                                + " then.")
                                .takes(NAME, Types.STRING)
                                .takes("payload", Types.ANY)
                                .returns(Types.ANY, Types.ANY)
                                .does(this::dispatch)
                                .waiting());
    }

    private static Varargs register(Arguments given, LuaValue function) {
        new OwnActions().put(name(given), function);
        return LuaValue.NONE;
    }

    private static Varargs unregister(Arguments given) {
        OwnActions own = new OwnActions();
        boolean was = own.named(name(given)) != LuaValue.NIL;
        own.put(name(given), LuaValue.NIL);
        return LuaValue.valueOf(was);
    }

    private LuaValue names() {
        Set<String> names = new TreeSet<>(actions.names());
        names.addAll(new OwnActions().names());
        Table list = new Table(names.size(), 0);
        names.forEach(name -> list.put(list.rawlen() + 1L, Text.of(name)));
        return list;
    }

    private Varargs dispatch(Arguments given) {
        LuaValue own = new OwnActions().named(name(given));
        if (own instanceof LuaFunction) {
            return Calls.apply(own, given.value(2));
        }
        String name = name(given);
        // Whatever the payload is, there is nobody whom it does not fit.
        Map<String, @Nullable Object> payload =
                actions.names().contains(name) ? JsonValues.fields(given, 2) : Map.of();
        Object answer = Coroutine.await(new PerformAction(name, payload));
        return switch (answer) {
            case Answer.Value(Object value) -> value == null ? LuaValue.NIL : JsonValues.of(value);
            case Answer.Failed(var kind, String message) -> ErrorValue.failure(kind, message);
            case null, default -> throw new IllegalStateException("no answer: " + answer);
        };
    }

    private static String name(Arguments given) {
        LuaString name = given.bytes(1);
        if (name.m_length == 0 || !Text.isUtf8(name)) {
            throw given.wrong(1, "a name is a text in UTF-8, and not empty");
        }
        return Text.of(name);
    }
}
