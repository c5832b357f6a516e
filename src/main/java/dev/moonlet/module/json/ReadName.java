package dev.moonlet.module.json;

import dev.moonlet.lua.Text;
import org.jspecify.annotations.Nullable;
import org.luaj.vm2.LuaString;

/**
 * A name in a document and the key that it becomes. Most documents have the same few names, many
 * times: some are kept, for all scripts and without a lock, because none of them ever changes.
 */
record ReadName(String text, LuaString key) {

    /** A power of two, so large that few names take the place of each other. */
    static final int KEPT = 1 << 10;

    static final int LONGEST = 40;

    private static final @Nullable ReadName[] NAMES = new ReadName[KEPT];

    static LuaString key(String text) {
        int place = text.hashCode() & (KEPT - 1);
        ReadName known = NAMES[place];
        if (known != null && known.text.equals(text)) {
            return known.key;
        }
        LuaString key = Text.of(text);
        if (text.length() <= LONGEST) {
            NAMES[place] = new ReadName(text, key);
        }
        return key;
    }
}
