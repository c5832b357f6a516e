package dev.moonlet.lua.stdlib;

import dev.moonlet.lua.value.Failures;
import dev.moonlet.lua.value.Interned;
import dev.moonlet.lua.value.LuaInt;
import dev.moonlet.lua.value.Poll;
import dev.moonlet.lua.value.Table;
import org.luaj.vm2.LuaString;
import org.luaj.vm2.LuaValue;
import org.luaj.vm2.Varargs;

/** The table {@code utf8}. */
public final class Utf8Library {

    private static final byte[] PATTERN = {
        '[',
        0,
        '-',
        0x7f,
        (byte) 0xc2,
        '-',
        (byte) 0xfd,
        ']',
        '[',
        (byte) 0x80,
        '-',
        (byte) 0xbf,
        ']',
        '*'
    };

    private Utf8Library() {}

    public static Table table() {
        Table utf8 = new Table();
        utf8.put(Interned.of("charpattern"), LuaString.valueOf(PATTERN));
        LibraryFunction.define(utf8, "char", Utf8Library::ofCodes);
        LibraryFunction.define(utf8, "codepoint", Utf8Library::codes);
        LibraryFunction.define(utf8, "codes", Utf8Codes::of);
        LibraryFunction.define(utf8, "len", Utf8Library::length);
        LibraryFunction.define(utf8, "offset", Utf8Library::offset);
        return utf8;
    }

    private static LuaString ofCodes(Arguments codes) {
        Buffer out = new Buffer(codes.count());
        for (int i = 1; i <= codes.count(); i++) {
            long code = codes.integer(i);
            if (code < 0 || code > Utf8.MAX) {
                throw codes.failure(i, "value out of range");
            }
            Utf8.encode(out, (int) code);
            Poll.poll();
        }
        return out.text();
    }

    private static Varargs codes(Arguments arguments) {
        LuaString text = arguments.string(1);
        long from = position(arguments.integer(2, 1), text);
        long to = position(arguments.integer(3, from), text);
        if (from < 1) {
            throw arguments.failure(2, "out of bounds");
        }
        if (to > text.m_length) {
            throw arguments.failure(3, "out of bounds");
        }
        return from > to ? LuaValue.NONE : codes(text, (int) from, (int) to, arguments.isTrue(4));
    }

    private static Varargs codes(LuaString text, int from, int to, boolean lax) {
        Results codes = Results.atMost(to - from + 1L, "string slice too long");
        int end = text.m_offset + text.m_length;
        int at = text.m_offset + from - 1;
        while (at < text.m_offset + to) {
            int code = Utf8.decode(text.m_bytes, at, end, lax);
            if (code < 0) {
                throw Failures.of(Utf8.INVALID);
            }
            codes.add(LuaInt.of(code));
            at += Utf8.length(text.m_bytes[at]);
            Poll.poll();
        }
        return codes.all();
    }

    private static Varargs length(Arguments arguments) {
        LuaString text = arguments.string(1);
        long from = position(arguments.integer(2, 1), text);
        long to = position(arguments.integer(3, -1), text);
        if (from < 1 || from > text.m_length + 1L) {
            throw arguments.failure(2, "initial position out of bounds");
        }
        if (to > text.m_length) {
            throw arguments.failure(3, "final position out of bounds");
        }
        return length(text, (int) from, (int) to, arguments.isTrue(4));
    }

    private static Varargs length(LuaString text, int from, int to, boolean lax) {
        int end = text.m_offset + text.m_length;
        int at = text.m_offset + from - 1;
        long length = 0;
        while (at < text.m_offset + to) {
            if (Utf8.decode(text.m_bytes, at, end, lax) < 0) {
                return LuaValue.varargsOf(LuaValue.NIL, LuaInt.of(at - text.m_offset + 1L));
            }
            at += Utf8.length(text.m_bytes[at]);
            length++;
            Poll.poll();
        }
        return LuaInt.of(length);
    }

    private static LuaValue offset(Arguments arguments) {
        LuaString text = arguments.string(1);
        long characters = arguments.integer(2);
        long otherwise = characters >= 0 ? 1 : text.m_length + 1L;
        long from = position(arguments.integer(3, otherwise), text);
        if (from < 1 || from > text.m_length + 1L) {
            throw arguments.failure(3, "position out of bounds");
        }
        Utf8Cursor cursor = new Utf8Cursor(text, (int) from - 1);
        return moved(cursor, characters) ? LuaInt.of(cursor.index() + 1L) : LuaValue.NIL;
    }

    private static boolean moved(Utf8Cursor cursor, long characters) {
        if (characters == 0) {
            cursor.toStart();
            return true;
        }
        if (cursor.isInside()) {
            throw Failures.of("initial position is a continuation byte");
        }
        return characters > 0 ? cursor.forward(characters - 1) : cursor.back(-characters);
    }

    /** A position counted from 1; 0 for one before the start. */
    private static long position(long position, LuaString text) {
        if (position >= 0) {
            return position;
        }
        return position < -text.m_length ? 0 : text.m_length + position + 1;
    }
}
