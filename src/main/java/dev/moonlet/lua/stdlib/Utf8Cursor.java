package dev.moonlet.lua.stdlib;

import dev.moonlet.lua.value.Poll;
import org.luaj.vm2.LuaString;

/** A place in a string, to be moved from one character to another. */
final class Utf8Cursor {

    private final LuaString text;
    private int at;

    Utf8Cursor(LuaString text, int at) {
        this.text = text;
        this.at = at;
    }

    /** The bytes before it. */
    int index() {
        return at;
    }

    boolean isInside() {
        return at < text.m_length && Utf8.isContinuation(text.m_bytes[text.m_offset + at]);
    }

    void toStart() {
        while (at > 0 && isInside()) {
            at--;
            Poll.poll();
        }
    }

    /** Goes so many characters on; false if there are fewer. */
    boolean forward(long characters) {
        long left = characters;
        for (; left > 0 && at < text.m_length; left--) {
            do {
                at++;
                Poll.poll();
            } while (isInside());
        }
        return left == 0;
    }

    /** Goes so many characters back; false if there are fewer. */
    boolean back(long characters) {
        long left = characters;
        for (; left > 0 && at > 0; left--) {
            at--;
            toStart();
            Poll.poll();
        }
        return left == 0;
    }
}
