package dev.moonlet.lua.stdlib;

/** UTF-8 as Lua knows it: sequences of up to six bytes, for code points up to 2^31. */
final class Utf8 {

    static final long MAX = 0x7fff_ffffL;

    static final String INVALID = "invalid UTF-8 code";

    private static final int MAX_UNICODE = 0x10ffff;

    /** The least code point that needs a sequence of so many bytes. */
    private static final int[] LEAST = {0, 0, 0x80, 0x800, 0x1_0000, 0x20_0000, 0x400_0000};

    private Utf8() {}

    static boolean isContinuation(byte one) {
        return (one & 0xc0) == 0x80;
    }

    /** How many bytes a sequence has that begins so; a wrong number if none does. */
    static int length(byte first) {
        return first >= 0 ? 1 : Integer.numberOfLeadingZeros(~(first << 24));
    }

    /** The code point that is encoded from one index to before another; -1 if none is. */
    static int decode(byte[] bytes, int at, int end, boolean lax) {
        if (bytes[at] >= 0) {
            return bytes[at];
        }
        int length = length(bytes[at]);
        if (length < 2 || length >= LEAST.length || length > end - at) {
            return -1;
        }
        int code = bytes[at] & (0x7f >> length);
        for (int i = 1; i < length; i++) {
            if (!isContinuation(bytes[at + i])) {
                return -1;
            }
            code = (code << 6) | (bytes[at + i] & 0x3f);
        }
        boolean valid = code >= LEAST[length] && (lax || isUnicode(code));
        return valid ? code : -1;
    }

    private static boolean isUnicode(int code) {
        return code <= MAX_UNICODE && (code < 0xd800 || code > 0xdfff);
    }

    static void encode(Buffer out, int code) {
        if (code < 0x80) {
            out.add(code);
            return;
        }
        int length = 2;
        while (length + 1 < LEAST.length && code >= LEAST[length + 1]) {
            length++;
        }
        out.add((0xff << (8 - length)) | (code >> (6 * (length - 1))));
        for (int i = length - 2; i >= 0; i--) {
            out.add(0x80 | ((code >> (6 * i)) & 0x3f));
        }
    }
}
