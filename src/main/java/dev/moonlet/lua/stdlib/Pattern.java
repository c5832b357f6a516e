package dev.moonlet.lua.stdlib;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.luaj.vm2.LuaString;

/** A pattern that has been read: its items, the last of which is DONE or MALFORMED. */
final class Pattern {

    static final int MAX_CAPTURES = 32;

    /** Patterns that were used lately, by their hash: most are used again and again. */
    private static final @Nullable Pattern[] RECENT = new Pattern[256];

    private static final int MAX_KEPT = 64;

    final Item[] items;

    /** Whether it matches only where the search begins. */
    final boolean anchored;

    /** What is wrong with it where it is MALFORMED. */
    final String mistake;

    /** How many captures there may be at once. */
    final int captures;

    /** The bytes that a match may begin with; null if it may begin anywhere. */
    final @Nullable ByteSet first;

    private final byte[] source;

    Pattern(byte[] source, boolean anchored, Item[] items, String mistake) {
        this.source = source;
        this.anchored = anchored;
        this.items = items;
        this.mistake = mistake;
        captures = captures(items);
        first = anchored ? null : first(items);
    }

    /** A pattern that a circumflex in front anchors. */
    static Pattern of(LuaString text) {
        if (text.m_length > MAX_KEPT) {
            return new PatternReader(bytes(text)).read(isAnchored(text));
        }
        int place = text.hashCode() & RECENT.length - 1;
        Pattern recent = RECENT[place];
        if (recent == null || !recent.isReadFrom(text)) {
            recent = new PatternReader(bytes(text)).read(isAnchored(text));
            RECENT[place] = recent;
        }
        return recent;
    }

    /** A pattern that nothing anchors. */
    static Pattern floating(LuaString text) {
        return isAnchored(text) ? new PatternReader(bytes(text)).read(false) : of(text);
    }

    private static boolean isAnchored(LuaString text) {
        return text.m_length > 0 && text.m_bytes[text.m_offset] == '^';
    }

    private static byte[] bytes(LuaString text) {
        byte[] bytes = Buffer.allocate(text.m_length);
        text.copyInto(0, bytes, 0, bytes.length);
        return bytes;
    }

    private boolean isReadFrom(LuaString text) {
        return Arrays.equals(
                source,
                0,
                source.length,
                text.m_bytes,
                text.m_offset,
                text.m_offset + text.m_length);
    }

    private static int captures(Item[] items) {
        int captures = 0;
        for (Item item : items) {
            if (item.kind() == Item.Kind.OPEN || item.kind() == Item.Kind.POSITION) {
                captures++;
            }
        }
        return Math.min(captures, MAX_CAPTURES);
    }

    private static @Nullable ByteSet first(Item[] items) {
        for (int i = 0; i < items.length && i <= MAX_CAPTURES; i++) {
            switch (items[i].kind()) {
                case ONE, BALANCED -> {
                    return items[i].set();
                }
                case MANY -> {
                    return items[i].number() > 0 ? items[i].set() : null;
                }
                case OPEN, POSITION, FRONTIER -> {}
                default -> {
                    return null;
                }
            }
        }
        return null;
    }
}
