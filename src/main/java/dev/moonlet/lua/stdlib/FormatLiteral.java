package dev.moonlet.lua.stdlib;

import dev.moonlet.lua.value.LuaFloat;
import dev.moonlet.lua.value.LuaInt;
import dev.moonlet.lua.value.Poll;
import org.luaj.vm2.LuaBoolean;
import org.luaj.vm2.LuaNil;
import org.luaj.vm2.LuaString;
import org.luaj.vm2.LuaValue;

/** The conversion {@code q} of {@code string.format}: values as a script can read them back. */
final class FormatLiteral {

    private FormatLiteral() {}

    /** Adds a value; false if there is no way to write it. */
    static boolean add(Buffer out, LuaValue value) {
        switch (value) {
            case LuaString text -> addText(out, text);
            case LuaInt number -> out.addAscii(integer(number.value));
            case LuaFloat number -> out.addAscii(real(number.value));
            case LuaBoolean known -> out.addAscii(known.tojstring());
            case LuaNil _ -> out.addAscii("nil");
            default -> {
                return false;
            }
        }
        return true;
    }

    private static String integer(long value) {
        return value == Long.MIN_VALUE ? "0x8000000000000000" : Long.toString(value);
    }

    private static String real(double value) {
        if (Double.isNaN(value)) {
            return "(0/0)";
        }
        if (Double.isInfinite(value)) {
            return value > 0 ? "1e9999" : "-1e9999";
        }
        String sign = Double.doubleToRawLongBits(value) < 0 ? "-0x" : "0x";
        return sign + HexFloat.digits(Math.abs(value), -1, false);
    }

    private static void addText(Buffer out, LuaString text) {
        out.add('"');
        int end = text.m_offset + text.m_length;
        for (int i = text.m_offset; i < end; i++) {
            byte one = text.m_bytes[i];
            if (one == '"' || one == '\\' || one == '\n') {
                out.add('\\').add(one);
            } else if ((one >= 0 && one < ' ') || one == 127) {
                boolean beforeDigit =
                        i + 1 < end && text.m_bytes[i + 1] >= '0' && text.m_bytes[i + 1] <= '9';
                addCode(out, one, beforeDigit ? 3 : 1);
            } else {
                out.add(one);
            }
            Poll.poll();
        }
        out.add('"');
    }

    private static void addCode(Buffer out, int code, int width) {
        String digits = Integer.toString(code);
        out.add('\\').fill('0', Math.max(0, width - digits.length())).addAscii(digits);
    }
}
