package dev.moonlet.lua.stdlib;

import dev.moonlet.lua.value.Body;
import dev.moonlet.lua.value.Conversions;
import dev.moonlet.lua.value.Failures;
import dev.moonlet.lua.value.Function;
import dev.moonlet.lua.value.LuaInt;
import dev.moonlet.lua.value.Poll;
import org.luaj.vm2.LuaString;
import org.luaj.vm2.LuaValue;
import org.luaj.vm2.Varargs;

/** The iterators of {@code utf8.codes}: from one position to the next and its code point. */
final class Utf8Codes extends Body {

    private static final Function STRICT = new Utf8Codes(false).function();
    private static final Function LAX = new Utf8Codes(true).function();

    private final boolean lax;

    private Utf8Codes(boolean lax) {
        this.lax = lax;
    }

    static Varargs of(Arguments arguments) {
        LuaString text = arguments.string(1);
        if (text.m_length > 0 && Utf8.isContinuation(text.m_bytes[text.m_offset])) {
            throw arguments.failure(1, Utf8.INVALID);
        }
        return LuaValue.varargsOf(arguments.isTrue(2) ? LAX : STRICT, text, LuaInt.of(0));
    }

    @Override
    public Varargs apply(Varargs values) {
        Arguments arguments = new Arguments("?", values);
        return after(arguments.string(1), position(arguments.value(2)));
    }

    @Override
    public Varargs apply(LuaValue text, LuaValue position) {
        return text instanceof LuaString known && position instanceof LuaInt last
                ? after(known, last.value)
                : super.apply(text, position);
    }

    private static long position(LuaValue value) {
        LuaValue number = Conversions.toNumber(value);
        return Conversions.isInteger(number) ? number.tolong() : 0;
    }

    private Varargs after(LuaString text, long last) {
        if (last < 0 || last >= text.m_length) {
            return LuaValue.NONE;
        }
        int end = text.m_offset + text.m_length;
        int at = text.m_offset + (int) last;
        while (at < end && Utf8.isContinuation(text.m_bytes[at])) {
            at++;
            Poll.poll();
        }
        if (at == end) {
            return LuaValue.NONE;
        }
        int code = Utf8.decode(text.m_bytes, at, end, lax);
        int next = at + Utf8.length(text.m_bytes[at]);
        if (code < 0 || (next < end && Utf8.isContinuation(text.m_bytes[next]))) {
            throw Failures.of(Utf8.INVALID);
        }
        return LuaValue.varargsOf(LuaInt.of(at - text.m_offset + 1L), LuaInt.of(code));
    }
}
