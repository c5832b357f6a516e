package dev.moonlet.lua.stdlib;

import dev.moonlet.lua.value.Memory;
import dev.moonlet.lua.value.Poll;
import java.util.Arrays;
import org.luaj.vm2.LuaString;

/** The bytes of a string that is being made. */
final class Buffer {

    private static final int SHORT = 32;

    /** What is filled between two polls. */
    private static final int STRETCH = 1 << 20;

    private byte[] bytes;
    private int length;

    Buffer(long capacity) {
        bytes = allocate(capacity);
    }

    /** An array for a string of a length that a script has chosen. */
    static byte[] allocate(long length) {
        Memory.chargeString(length);
        return new byte[(int) length];
    }

    int length() {
        return length;
    }

    Buffer add(int value) {
        reserve(1);
        bytes[length++] = (byte) value;
        return this;
    }

    Buffer add(LuaString text) {
        return add(text.m_bytes, text.m_offset, text.m_offset + text.m_length);
    }

    Buffer add(byte[] source, int from, int to) {
        reserve(to - from);
        System.arraycopy(source, from, bytes, length, to - from);
        length += to - from;
        return this;
    }

    Buffer addAscii(String text) {
        reserve(text.length());
        for (int i = 0; i < text.length(); i++) {
            bytes[length++] = (byte) text.charAt(i);
        }
        return this;
    }

    Buffer fill(int value, int count) {
        reserve(count);
        int end = length + count;
        while (length < end) {
            int next = length + Math.min(STRETCH, end - length);
            Arrays.fill(bytes, length, next, (byte) value);
            length = next;
            Poll.poll();
        }
        return this;
    }

    LuaString text() {
        if (length <= SHORT) {
            return LuaString.valueOf(bytes, 0, length);
        }
        if (length < bytes.length / 2) {
            Memory.chargeString(length);
            return LuaString.valueUsing(Arrays.copyOf(bytes, length));
        }
        return LuaString.valueUsing(bytes, 0, length);
    }

    private void reserve(int more) {
        if (more > bytes.length - length) {
            long needed = (long) length + more;
            long wished = Math.min(2L * length + SHORT, Memory.longestString());
            byte[] grown = allocate(Math.max(needed, wished));
            System.arraycopy(bytes, 0, grown, 0, length);
            bytes = grown;
        }
    }
}
