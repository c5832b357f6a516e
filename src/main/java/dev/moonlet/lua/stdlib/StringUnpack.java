package dev.moonlet.lua.stdlib;

import dev.moonlet.lua.value.Failures;
import dev.moonlet.lua.value.LuaFloat;
import dev.moonlet.lua.value.LuaInt;
import org.luaj.vm2.LuaString;
import org.luaj.vm2.LuaValue;
import org.luaj.vm2.Varargs;

/** {@code string.unpack}. */
final class StringUnpack {

    private final Arguments arguments;
    private final PackFormat format;
    private final LuaString data;
    private final Results results = new Results("too many results");

    /** How many bytes have been read. */
    private int offset;

    private StringUnpack(Arguments arguments) {
        this.arguments = arguments;
        format = new PackFormat(arguments);
        data = arguments.string(2);
        long start = Slices.start(arguments.integer(3, 1), data.m_length);
        if (start > data.m_length + 1L) {
            throw arguments.failure(3, "initial position out of string");
        }
        offset = (int) start - 1;
    }

    static Varargs apply(Arguments arguments) {
        return new StringUnpack(arguments).unpack();
    }

    private Varargs unpack() {
        while (format.next(offset)) {
            require((long) format.padding() + format.size());
            offset += format.padding();
            switch (format.kind()) {
                case ZERO, ALIGNMENT, NOTHING -> offset += format.size();
                default -> results.add(value());
            }
        }
        return results.add(LuaInt.of(offset + 1L)).all();
    }

    private LuaValue value() {
        return switch (format.kind()) {
            case SIGNED -> LuaInt.of(integer(true));
            case UNSIGNED -> LuaInt.of(integer(false));
            case FLOAT -> LuaFloat.of(Float.intBitsToFloat((int) integer(false)));
            case DOUBLE -> LuaFloat.of(Double.longBitsToDouble(integer(false)));
            case FIXED_TEXT -> text(format.size());
            case COUNTED_TEXT -> countedText();
            default -> zeroEndedText();
        };
    }

    private LuaString countedText() {
        long length = integer(false);
        require(length);
        return text((int) length);
    }

    private LuaString zeroEndedText() {
        int start = data.m_offset + offset;
        int end = ByteSearch.indexOf(data.m_bytes, start, data.m_offset + data.m_length, 0);
        if (end < 0) {
            throw arguments.failure(2, "unfinished string for format 'z'");
        }
        LuaString text = text(end - start);
        offset++;
        return text;
    }

    private LuaString text(int length) {
        int start = data.m_offset + offset;
        offset += length;
        return Slices.of(data.m_bytes, start, start + length);
    }

    private void require(long bytes) {
        if (bytes < 0 || bytes > data.m_length - offset) {
            throw arguments.failure(2, "data string too short");
        }
    }

    private long integer(boolean signed) {
        int size = format.size();
        long value = 0;
        for (int i = 0; i < Math.min(size, Long.BYTES); i++) {
            value |= (at(i) & 0xffL) << (8 * i);
        }
        if (signed && size < Long.BYTES) {
            int spare = Long.SIZE - 8 * size;
            value = value << spare >> spare;
        }
        int above = signed && value < 0 ? -1 : 0;
        for (int i = Long.BYTES; i < size; i++) {
            if (at(i) != above) {
                throw Failures.of("%d-byte integer does not fit into Lua Integer".formatted(size));
            }
        }
        offset += size;
        return value;
    }

    /** A byte of the integer that comes next, counted from the lowest. */
    private byte at(int significance) {
        return data.m_bytes[data.m_offset + offset + format.significance(significance)];
    }
}
