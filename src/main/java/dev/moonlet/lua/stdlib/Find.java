package dev.moonlet.lua.stdlib;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.moonlet.lua.value.Body;
import dev.moonlet.lua.value.LuaInt;
import dev.moonlet.lua.value.Poll;
import org.luaj.vm2.LuaString;
import org.luaj.vm2.LuaValue;
import org.luaj.vm2.Varargs;

/** {@code string.find} and {@code string.match}, which only return different things. */
final class Find extends Body {

    private static final ByteSet SPECIAL = new ByteSet();

    /** Bytes are looked at so many at a time between two polls, less one. */
    private static final int STRETCH = (1 << 12) - 1;

    static {
        for (byte special : "^$*+?.([%-".getBytes(US_ASCII)) {
            SPECIAL.add(ByteSet.single(special));
        }
    }

    private final String name;
    private final boolean positions;

    private Find(String name, boolean positions) {
        this.name = name;
        this.positions = positions;
    }

    static Find find() {
        return new Find("find", true);
    }

    static Find match() {
        return new Find("match", false);
    }

    @Override
    public Varargs apply(Varargs values) {
        Arguments arguments = new Arguments(name, values);
        LuaString text = arguments.string(1);
        LuaString pattern = arguments.string(2);
        long start = Slices.start(arguments.integer(3, 1), text.m_length);
        if (start > text.m_length + 1L) {
            return LuaValue.NIL;
        }
        return arguments.isTrue(4) && positions
                ? plain(text, pattern, (int) start)
                : search(text, pattern, (int) start);
    }

    @Override
    public Varargs apply(LuaValue text, LuaValue pattern) {
        return text instanceof LuaString subject && pattern instanceof LuaString wanted
                ? search(subject, wanted, 1)
                : super.apply(text, pattern);
    }

    @Override
    public Varargs apply(LuaValue text, LuaValue pattern, LuaValue from) {
        return text instanceof LuaString subject
                        && pattern instanceof LuaString wanted
                        && from instanceof LuaInt position
                        && position.value > 0
                        && position.value <= subject.m_length
                ? search(subject, wanted, (int) position.value)
                : super.apply(text, pattern, from);
    }

    private Varargs search(LuaString text, LuaString pattern, int start) {
        if (positions && isPlain(pattern)) {
            return plain(text, pattern, start);
        }
        Matcher matcher = new Matcher(text, Pattern.of(pattern), start);
        if (!matcher.find()) {
            return LuaValue.NIL;
        }
        return positions ? matcher.positions() : matcher.captures();
    }

    private static boolean isPlain(LuaString pattern) {
        for (int i = 0; i < pattern.m_length; i++) {
            if (SPECIAL.has(pattern.m_bytes[pattern.m_offset + i])) {
                return false;
            }
            if ((i & STRETCH) == STRETCH) {
                Poll.poll();
            }
        }
        return true;
    }

    private static Varargs plain(LuaString text, LuaString wanted, int start) {
        int found = ByteSearch.indexOf(text, text.m_offset + start - 1, wanted);
        if (found < 0) {
            return LuaValue.NIL;
        }
        int position = found - text.m_offset + 1;
        return LuaValue.varargsOf(LuaInt.of(position), LuaInt.of(position + wanted.m_length - 1L));
    }
}
