package dev.moonlet.module;

import dev.moonlet.lua.value.Memory;
import java.io.OutputStream;
import java.util.Arrays;
import org.luaj.vm2.LuaString;

/** The bytes of a string that Java writes for a script: they are charged as they become more. */
public final class StringOutput extends OutputStream {

    private byte[] bytes = {};
    private int length;

    @Override
    public void write(int value) {
        reserve(1);
        bytes[length++] = (byte) value;
    }

    @Override
    public void write(byte[] source, int from, int count) {
        reserve(count);
        System.arraycopy(source, from, bytes, length, count);
        length += count;
    }

    /** All of them; nothing is to be written after that. */
    public byte[] bytes() {
        return length == bytes.length ? bytes : Arrays.copyOf(bytes, length);
    }

    public LuaString string() {
        return LuaString.valueUsing(bytes());
    }

    private void reserve(int more) {
        long needed = (long) length + more;
        if (needed > bytes.length) {
            long wished = Math.min(2L * bytes.length, Memory.longestString());
            long capacity = Math.max(needed, wished);
            Memory.chargeString(capacity);
            bytes = Arrays.copyOf(bytes, (int) capacity);
        }
    }
}
