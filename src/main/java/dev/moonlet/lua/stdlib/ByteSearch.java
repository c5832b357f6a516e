package dev.moonlet.lua.stdlib;

import dev.moonlet.lua.value.Poll;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.luaj.vm2.LuaString;

/** Finds bytes in strings, eight at a time. */
final class ByteSearch {

    private static final VarHandle LONGS =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private static final long ONES = 0x0101010101010101L;
    private static final long HIGHS = 0x8080808080808080L;

    /** Polls come when so many bytes have been looked at, less one. */
    private static final int STRETCH = (1 << 12) - 1;

    private ByteSearch() {}

    /** The first index of a byte; or -1. */
    static int indexOf(byte[] bytes, int from, int to, int wanted) {
        long pattern = ONES * (wanted & 0xff);
        int i = from;
        for (; i <= to - Long.BYTES; i += Long.BYTES) {
            long different = (long) LONGS.get(bytes, i) ^ pattern;
            long zeros = different - ONES & ~different & HIGHS;
            if (zeros != 0) {
                return i + (Long.numberOfTrailingZeros(zeros) >>> 3);
            }
            if ((i & STRETCH) < Long.BYTES) {
                Poll.poll();
            }
        }
        for (; i < to; i++) {
            if (bytes[i] == (byte) wanted) {
                return i;
            }
        }
        return -1;
    }

    /** The first index at which a text has another one; or -1. Indexes are its array's. */
    static int indexOf(LuaString text, int from, LuaString wanted) {
        byte[] bytes = text.m_bytes;
        int length = wanted.m_length;
        if (length == 0) {
            return from;
        }
        int start = wanted.m_offset;
        int end = text.m_offset + text.m_length - length + 1;
        int at = indexOf(bytes, from, end, wanted.m_bytes[start]);
        while (at >= 0
                && !Arrays.equals(bytes, at, at + length, wanted.m_bytes, start, start + length)) {
            Poll.poll();
            at = indexOf(bytes, at + 1, end, wanted.m_bytes[start]);
        }
        return at;
    }
}
