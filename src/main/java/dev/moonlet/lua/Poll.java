package dev.moonlet.lua;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import org.luaj.vm2.LuaClosure;
import org.luaj.vm2.LuaError;
import org.luaj.vm2.LuaFunction;
import org.luaj.vm2.LuaValue;
import org.luaj.vm2.Prototype;
import org.luaj.vm2.Varargs;
import org.luaj.vm2.lib.DebugLib;

/** Looks every so many instructions whether the invocation is past its time; kills it then. */
final class Poll extends DebugLib {

    private static final int INSTRUCTIONS = 1_000;

    /**
     * The interpreter takes several Java frames for a call: more would meet the end of the stack.
     */
    private static final int MAX_CALLS = 200;

    private final Deque<LuaFunction> calls = new ArrayDeque<>();
    private Limits limits = new Limits(Duration.ZERO);
    private long end;
    private int instructions;

    void start(Limits limits) {
        this.limits = limits;
        end = System.nanoTime() + limits.time().toNanos();
        calls.clear();
    }

    @Override
    public void onInstruction(int pc, Varargs values, int top) {
        if (++instructions >= INSTRUCTIONS) {
            instructions = 0;
            if (System.nanoTime() - end >= 0) {
                throw new Kill(
                        new Failure.Killed("time", limits.time().toMillis() + " ms", where(pc)));
            }
        }
    }

    /** Looks at once whether the time is over. */
    void check() {
        if (System.nanoTime() - end >= 0) {
            throw new Kill(new Failure.Killed("time", limits.time().toMillis() + " ms", "?"));
        }
    }

    @Override
    public void onCall(LuaClosure function, Varargs values, LuaValue[] stack) {
        if (calls.size() == MAX_CALLS) {
            throw new LuaError("stack overflow");
        }
        calls.push(function);
    }

    @Override
    public void onReturn() {
        calls.poll();
    }

    @Override
    public String traceback(int level) {
        return "";
    }

    private String where(int pc) {
        if (calls.peek() instanceof LuaClosure closure) {
            Prototype script = closure.p;
            return script.source.tojstring() + ":" + script.lineinfo[pc];
        }
        return "?";
    }
}
