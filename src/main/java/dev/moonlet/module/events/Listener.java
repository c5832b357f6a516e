package dev.moonlet.module.events;

import dev.moonlet.lua.Coroutine;
import dev.moonlet.lua.Sequel;
import dev.moonlet.lua.Tasks;
import dev.moonlet.lua.Text;
import dev.moonlet.lua.value.Body;
import dev.moonlet.lua.value.Calls;
import dev.moonlet.lua.value.Held;
import dev.moonlet.module.ErrorValue;
import dev.moonlet.module.ModuleFunction;
import dev.moonlet.module.ObjectType;
import dev.moonlet.module.json.JsonValues;
import dev.moonlet.operation.Answer;
import dev.moonlet.operation.events.Event;
import dev.moonlet.operation.events.EventOperation;
import dev.moonlet.operation.events.Subscription;
import org.luaj.vm2.LuaValue;
import org.luaj.vm2.Varargs;

/**
 * A function of a script that is called with events, one after the other, between what else its
 * invocation does and as long as that goes on.
 */
final class Listener implements Sequel, Held {

    static final ObjectType<Listener> TYPE =
            ObjectType.named("events.Subscription", Listener.class)
                    .method(
                            ModuleFunction.named("off")
                                    .described("Listens no more.")
                                    .does(given -> given.object(1, Listener.TYPE).off()));

    private final Tasks tasks = Coroutine.running().tasks();
    private final LuaValue function;
    private final boolean once;
    private final Subscription subscription;
    private final Runnable end;
    private boolean busy;
    private boolean over;

    Listener(String pattern, LuaValue function, boolean once) {
        this.function = function;
        this.once = once;
        subscription = new Subscription(pattern, this::look);
        end = subscription::close;
    }

    /** Begins; returns the object that ends it, or nil and an error. */
    Varargs listen() {
        tasks.listen(end);
        boolean listens = false;
        try {
            Object answer = Coroutine.await(new EventOperation.Listen(subscription));
            listens = answer instanceof Answer.Value;
            return answer instanceof Answer.Failed(var kind, String message)
                    ? ErrorValue.failure(kind, message)
                    : TYPE.of(this);
        } finally {
            if (!listens) {
                off();
            }
        }
    }

    private Varargs off() {
        over = true;
        tasks.hush(end);
        return LuaValue.NONE;
    }

    /** Something has arrived, or may have while the function was busy. */
    private void look() {
        tasks.post(this::next);
    }

    private void next() {
        Event event = busy || over ? null : subscription.poll();
        if (event != null) {
            busy = true;
            tasks.begin(new Delivery(event).function(), LuaValue.NONE, this);
            if (once) {
                off();
            }
        }
    }

    private void isFree() {
        busy = false;
        if (!over) {
            look();
        }
    }

    @Override
    public void returned(Varargs results) {
        isFree();
    }

    @Override
    public boolean failed(LuaValue error) {
        isFree();
        return false;
    }

    @Override
    public void canceled() {
        isFree();
    }

    /** Calls the function with a copy of its own. */
    private final class Delivery extends Body implements Held {

        private final Event event;

        Delivery(Event event) {
            this.event = event;
        }

        @Override
        public Varargs apply(Varargs none) {
            return Calls.apply(function, JsonValues.of(event.payload()), Text.of(event.name()));
        }
    }
}
