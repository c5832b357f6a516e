package dev.moonlet.lua.stdlib;

/**
 * One item of a pattern.
 *
 * @param set the bytes that it is about
 * @param number how many bytes at least, which capture, or the closing byte of a balanced stretch
 */
record Item(Kind kind, ByteSet set, int number) {

    /** What an item matches. */
    enum Kind {
        /** One byte of a set. */
        ONE,
        /** One byte of a set, or nothing. */
        OPTIONAL,
        /** As many bytes of a set as there are, and then fewer. */
        MANY,
        /** As few bytes of a set as will do. */
        FEW,
        /** Nothing; a capture begins. */
        OPEN,
        /** Nothing; a position is captured. */
        POSITION,
        /** Nothing; a capture ends. */
        CLOSE,
        /** What a capture has matched before. */
        REPEATED,
        /** From one byte to the one that closes it, with such pairs in between. */
        BALANCED,
        /** The place before the first byte of a set. */
        FRONTIER,
        /** The end of the subject. */
        END,
        /** What is left once all other items have matched. */
        DONE,
        /** A mistake, which only matters when the match gets there. */
        MALFORMED
    }

    static Item of(Kind kind) {
        return new Item(kind, ByteSet.ALL, 0);
    }
}
