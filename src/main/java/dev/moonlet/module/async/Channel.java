package dev.moonlet.module.async;

import dev.moonlet.lua.value.Failures;
import dev.moonlet.lua.value.Held;
import dev.moonlet.module.ModuleFunction;
import dev.moonlet.module.ObjectType;
import dev.moonlet.module.signature.Types;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import org.jspecify.annotations.Nullable;
import org.luaj.vm2.LuaValue;
import org.luaj.vm2.Varargs;

/** Hands values from coroutine to coroutine of one invocation, some of them in advance. */
final class Channel implements Held {

    static final ObjectType<Channel> TYPE =
            ObjectType.named("async.Channel", Channel.class)
                    .method(
                            ModuleFunction.named("send")
                                    .described("Hands a value over, once there is room for it.")
                                    .takes("value", Types.ANY)
                                    .returns(Types.BOOLEAN)
                                    .does(given ->
                                            given.object(1, Channel.TYPE).send(given.value(2)))
                                    .waiting())
                    .method(
                            ModuleFunction.named("receive")
                                    .described(
                                            "Waits for a value; returns it and true, or nil and"
                                                    + " false once the channel is closed and"
                                                    + " empty.")
                                    .returns(Types.ANY, Types.BOOLEAN)
                                    .does(given -> given.object(1, Channel.TYPE).receive())
                                    .waiting())
                    .method(
                            ModuleFunction.named("close")
                                    .described("Says that nothing more is sent.")
                                    .does(given -> given.object(1, Channel.TYPE).close()));

    private final long room;
    private final Queue<LuaValue> values = new ArrayDeque<>();
    private final Offers receivers = new Offers();
    private final Offers senders = new Offers();
    private boolean closed;

    /**
     * An open channel.
     *
     * @param room how many values are taken that nobody has received yet
     */
    Channel(long room) {
        this.room = room;
    }

    private Varargs send(LuaValue value) {
        Selection.of(Selection.Case.sending(this, value)).choose();
        return LuaValue.TRUE;
    }

    private Varargs receive() {
        Selection.Choice choice = Selection.of(Selection.Case.receiving(this)).choose();
        return LuaValue.varargsOf(choice.value(), LuaValue.valueOf(choice.open()));
    }

    /** Whether a value was handed over at once. */
    boolean sends(LuaValue value) {
        checkOpen();
        Offer receiver = receivers.next();
        if (receiver != null) {
            receiver.accept(value, true);
            return true;
        }
        return values.size() < room && values.add(value);
    }

    /** What can be received at once, if anything can. */
    Selection.@Nullable Choice receives(int index) {
        LuaValue value = values.poll();
        Offer sender = senders.next();
        if (sender != null) {
            values.add(sender.value());
            sender.accept(LuaValue.NIL, true);
            value = value == null ? values.poll() : value;
        }
        if (value != null) {
            return new Selection.Choice(index, value, true);
        }
        return closed ? new Selection.Choice(index, LuaValue.NIL, false) : null;
    }

    void waits(Offer offer, boolean sending) {
        (sending ? senders : receivers).add(offer);
    }

    void checkOpen() {
        if (closed) {
            throw Failures.of("the channel is closed");
        }
    }

    private Varargs close() {
        closed = true;
        for (Offers waiting : List.of(receivers, senders)) {
            for (Offer next = waiting.next(); next != null; next = waiting.next()) {
                next.accept(LuaValue.NIL, false);
            }
        }
        return LuaValue.NONE;
    }
}
