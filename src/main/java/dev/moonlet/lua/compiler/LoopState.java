package dev.moonlet.lua.compiler;

import dev.moonlet.lua.value.Failures;
import dev.moonlet.lua.value.LuaFloat;
import dev.moonlet.lua.value.LuaInt;
import java.lang.constant.ClassDesc;
import org.luaj.vm2.LuaValue;

/** Where a loop over numbers is, if what kind they are was not known before. */
public final class LoopState {

    static final ClassDesc TYPE = Symbols.of(LoopState.class);

    private final boolean integers;
    private long whole;
    private long wholeStep;
    private long left;
    private double real;
    private double realStep;
    private double limit;
    private boolean begun;

    private LoopState(boolean integers) {
        this.integers = integers;
    }

    public static LoopState begin(LuaValue start, LuaValue limit, LuaValue step) {
        if (start instanceof LuaInt first && step instanceof LuaInt stride) {
            LoopState state = new LoopState(true);
            state.whole = first.value;
            state.wholeStep = stride.value;
            state.left = Support.loopCount(first.value, limit, stride.value);
            return state;
        }
        LoopState state = new LoopState(false);
        state.limit = Support.loopNumber(limit, "limit");
        state.realStep = Support.loopNumber(step, "step");
        state.real = Support.loopNumber(start, "initial value");
        if (state.realStep == 0) {
            throw Failures.of("'for' step is zero");
        }
        return state;
    }

    /** Goes on to the next number, if there is one. */
    public boolean next() {
        if (!begun) {
            begun = true;
            return integers ? left >= 0 : !isBeyond(real);
        }
        if (integers) {
            whole += wholeStep;
            left--;
            return left >= 0;
        }
        real += realStep;
        return realStep > 0 ? real <= limit : real >= limit;
    }

    /** Not so for NaN: a loop from or to it goes round once. */
    private boolean isBeyond(double number) {
        return realStep > 0 ? number > limit : number < limit;
    }

    public LuaValue value() {
        return integers ? LuaInt.of(whole) : LuaFloat.of(real);
    }

    /** The double of a number whose loop is known to run over floats. */
    public static double real(LuaValue number) {
        return number.todouble();
    }
}
