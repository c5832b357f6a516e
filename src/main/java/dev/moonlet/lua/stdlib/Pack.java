package dev.moonlet.lua.stdlib;

import dev.moonlet.lua.stdlib.PackFormat.Kind;
import dev.moonlet.lua.value.LuaInt;
import org.luaj.vm2.LuaString;
import org.luaj.vm2.LuaValue;

/** {@code string.pack} and {@code string.packsize}. */
final class Pack {

    private final PackFormat format;
    private final Arguments arguments;
    private final Buffer out = new Buffer(32);

    private Pack(Arguments arguments) {
        this.arguments = endedByNil(arguments);
        format = new PackFormat(arguments);
    }

    static LuaString apply(Arguments arguments) {
        return new Pack(arguments).pack();
    }

    static LuaInt size(Arguments arguments) {
        PackFormat format = new PackFormat(arguments);
        long total = 0;
        while (format.next(total)) {
            if (format.kind() == Kind.COUNTED_TEXT || format.kind() == Kind.ZERO_ENDED_TEXT) {
                throw arguments.failure(1, "variable-length format");
            }
            total += format.padding() + (long) format.size();
            if (total > Integer.MAX_VALUE) {
                throw arguments.failure(1, "format result too large");
            }
        }
        return LuaInt.of(total);
    }

    /** C Lua takes the value behind the last for nil. */
    private static Arguments endedByNil(Arguments arguments) {
        LuaValue[] values = new LuaValue[arguments.count() + 1];
        for (int i = 0; i < values.length; i++) {
            values[i] = arguments.value(i + 1);
        }
        return new Arguments(arguments.function(), LuaValue.varargsOf(values));
    }

    private LuaString pack() {
        int argument = 2;
        while (format.next(out.length())) {
            out.fill(0, format.padding());
            switch (format.kind()) {
                case ZERO -> out.add(0);
                case ALIGNMENT, NOTHING -> {}
                default -> add(argument++);
            }
        }
        return out.text();
    }

    private void add(int argument) {
        switch (format.kind()) {
            case SIGNED -> addSigned(argument);
            case UNSIGNED -> addUnsigned(argument);
            case FLOAT -> addInteger(Float.floatToRawIntBits((float) arguments.number(argument)));
            case DOUBLE -> addInteger(Double.doubleToRawLongBits(arguments.number(argument)));
            default -> addText(argument);
        }
    }

    private void addSigned(int argument) {
        long value = arguments.integer(argument);
        int spare = Long.SIZE - 8 * format.size();
        if (spare > 0 && value << spare >> spare != value) {
            throw arguments.failure(argument, "integer overflow");
        }
        addInteger(value, value < 0 ? -1 : 0);
    }

    private void addUnsigned(int argument) {
        long value = arguments.integer(argument);
        if (!fits(value)) {
            throw arguments.failure(argument, "unsigned overflow");
        }
        addInteger(value, 0);
    }

    private boolean fits(long unsigned) {
        return format.size() >= Long.BYTES || unsigned >>> (8 * format.size()) == 0;
    }

    private void addInteger(long value) {
        addInteger(value, 0);
    }

    /** Adds an integer, and bytes above those of a long. */
    private void addInteger(long value, int above) {
        for (int i = 0; i < format.size(); i++) {
            int place = format.significance(i);
            out.add(place < Long.BYTES ? (int) (value >>> (8 * place)) : above);
        }
    }

    private void addText(int argument) {
        LuaString text = arguments.string(argument);
        switch (format.kind()) {
            case FIXED_TEXT -> {
                if (text.m_length > format.size()) {
                    throw arguments.failure(argument, "string longer than given size");
                }
                out.add(text).fill(0, format.size() - text.m_length);
            }
            case COUNTED_TEXT -> {
                if (!fits(text.m_length)) {
                    throw arguments.failure(argument, "string length does not fit in given size");
                }
                addInteger(text.m_length, 0);
                out.add(text);
            }
            default -> {
                int end = text.m_offset + text.m_length;
                if (ByteSearch.indexOf(text.m_bytes, text.m_offset, end, 0) >= 0) {
                    throw arguments.failure(argument, "string contains zeros");
                }
                out.add(text).add(0);
            }
        }
    }
}
