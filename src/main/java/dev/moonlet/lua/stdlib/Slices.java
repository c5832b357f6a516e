package dev.moonlet.lua.stdlib;

import dev.moonlet.lua.value.Memory;
import java.util.Arrays;
import org.luaj.vm2.LuaString;

/** Parts of strings, and the positions in them as scripts give them. */
final class Slices {

    private static final int SHORT = 32;

    private Slices() {}

    /** The bytes from one index of a string's array to another. */
    static LuaString of(byte[] bytes, int from, int to) {
        int length = to - from;
        if (length <= SHORT) {
            return LuaString.valueOf(bytes, from, length);
        }
        if (length >= bytes.length / 2) {
            return LuaString.valueUsing(bytes, from, length);
        }
        Memory.charge(length);
        return LuaString.valueUsing(Arrays.copyOfRange(bytes, from, to));
    }

    /** Where a slice begins: 1 or later, a negative position counted from the end. */
    static long start(long position, int length) {
        if (position > 0) {
            return position;
        }
        return position == 0 || position < -length ? 1 : length + position + 1;
    }

    /** Where a slice ends: at the length or before, a negative position counted from the end. */
    static int end(long position, int length) {
        if (position >= 0) {
            return (int) Math.min(position, length);
        }
        return position < -length ? 0 : (int) (length + position + 1);
    }
}
