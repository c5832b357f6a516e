package dev.moonlet.lua.stdlib;

import dev.moonlet.lua.value.Failures;
import dev.moonlet.lua.value.LuaInt;
import dev.moonlet.lua.value.Poll;
import java.util.Arrays;
import org.luaj.vm2.LuaError;
import org.luaj.vm2.LuaString;
import org.luaj.vm2.LuaValue;
import org.luaj.vm2.Varargs;

/** Finds the matches of a pattern in a subject, one after the other. */
final class Matcher {

    private static final int MAX_DEPTH = 200;

    /** Ends of captures that have none. */
    private static final int UNFINISHED = -1;

    private static final int POSITION = -2;

    /** Bytes are looked at so many at a time between two polls, less one. */
    private static final int STRETCH = (1 << 12) - 1;

    private final byte[] bytes;
    private final int start;
    private final int end;
    private final Pattern pattern;
    private final Item[] items;
    private final int[] begins;
    private final int[] ends;
    private int level;
    private int depth;

    private int next;
    private int last = -1;
    private int from;
    private int to;

    /** Searches from a position on, which counts from 1 and may be the one behind the end. */
    Matcher(LuaString subject, Pattern pattern, int position) {
        bytes = subject.m_bytes;
        start = subject.m_offset;
        end = start + subject.m_length;
        this.pattern = pattern;
        items = pattern.items;
        begins = new int[pattern.captures];
        ends = new int[pattern.captures];
        next = start + position - 1;
    }

    /** Goes to the next match. An empty one just behind the last does not count. */
    boolean find() {
        while (next <= end) {
            int at = candidate(next);
            int stop = at <= end ? matchAt(at) : -1;
            boolean found = stop >= 0 && stop != last;
            next = pattern.anchored ? end + 1 : found ? stop : at + 1;
            if (found) {
                from = at;
                to = stop;
                last = stop;
                return true;
            }
        }
        return false;
    }

    /** The index of the first byte of the match. */
    int from() {
        return from;
    }

    /** The index behind the match. */
    int to() {
        return to;
    }

    /** Where the match begins and ends, and what it has captured. */
    Varargs positions() {
        LuaValue first = LuaInt.of(from - start + 1L);
        LuaValue second = LuaInt.of(to - start);
        return level == 0
                ? LuaValue.varargsOf(first, second)
                : LuaValue.varargsOf(new LuaValue[] {first, second}, captures());
    }

    /** What the match has captured, or all of it if the pattern has no captures. */
    Varargs captures() {
        if (level <= 1) {
            return capture(0);
        }
        LuaValue[] values = new LuaValue[level];
        for (int i = 0; i < values.length; i++) {
            values[i] = capture(i);
        }
        return LuaValue.varargsOf(values);
    }

    /** A capture, counted from 0; the first is all of the match if the pattern has none. */
    LuaValue capture(int index) {
        if (index >= level) {
            if (index > 0) {
                throw noCapture(index);
            }
            return Slices.of(bytes, from, to);
        }
        return switch (ends[index]) {
            case UNFINISHED -> throw Failures.of("unfinished capture");
            case POSITION -> LuaInt.of(begins[index] - start + 1L);
            default -> Slices.of(bytes, begins[index], ends[index]);
        };
    }

    /** The first place from one on where a match may begin. */
    private int candidate(int index) {
        ByteSet first = pattern.first;
        if (first == null) {
            return index;
        }
        for (int i = index; i < end; i++) {
            if (first.has(bytes[i])) {
                return i;
            }
            if ((i & STRETCH) == 0) {
                Poll.poll();
            }
        }
        return end + 1;
    }

    private int matchAt(int index) {
        level = 0;
        depth = 0;
        return match(index, 0);
    }

    /** Where a match of the items from one on ends that begins at an index; or -1. */
    private int match(int index, int item) {
        if (++depth > MAX_DEPTH) {
            throw Failures.of("pattern too complex");
        }
        Poll.poll();
        int stop = matchItems(index, item);
        depth--;
        return stop;
    }

    private int matchItems(int index, int first) {
        int at = index;
        for (int i = first; at >= 0; i++) {
            Item item = items[i];
            if ((i & STRETCH) == STRETCH) {
                Poll.poll();
            }
            switch (item.kind()) {
                case ONE -> at = isAt(at, item.set()) ? at + 1 : -1;
                case END -> at = at == end ? at : -1;
                case FRONTIER -> at = isFrontier(at, item.set()) ? at : -1;
                case BALANCED -> at = balanced(at, item);
                case REPEATED -> at = repeated(at, item.number() - 1);
                case OPTIONAL -> {
                    int stop = isAt(at, item.set()) ? match(at + 1, i + 1) : -1;
                    if (stop >= 0) {
                        return stop;
                    }
                }
                case MANY, FEW -> {
                    if (isAt(at, item.set())) {
                        return item.kind() == Item.Kind.MANY ? most(at, i) : fewest(at, i);
                    }
                    at = item.number() > 0 ? -1 : at;
                }
                case OPEN, POSITION -> {
                    return opened(at, i);
                }
                case CLOSE -> {
                    return closed(at, i);
                }
                case DONE -> {
                    return at;
                }
                case MALFORMED -> throw Failures.of(pattern.mistake);
            }
        }
        return -1;
    }

    private boolean isAt(int index, ByteSet set) {
        return index < end && set.has(bytes[index]);
    }

    private boolean isFrontier(int index, ByteSet set) {
        byte before = index == start ? 0 : bytes[index - 1];
        byte behind = index == end ? 0 : bytes[index];
        return !set.has(before) && set.has(behind);
    }

    private int most(int at, int item) {
        ByteSet set = items[item].set();
        int behind = at + 1;
        while (behind < end && set.has(bytes[behind])) {
            behind++;
            if ((behind & STRETCH) == 0) {
                Poll.poll();
            }
        }
        int stop = -1;
        for (int i = behind; i >= at + items[item].number() && stop < 0; i--) {
            stop = match(i, item + 1);
        }
        return stop;
    }

    private int fewest(int at, int item) {
        int stop = match(at, item + 1);
        for (int i = at; stop < 0 && isAt(i, items[item].set()); i++) {
            stop = match(i + 1, item + 1);
        }
        return stop;
    }

    private int opened(int at, int item) {
        if (level >= Pattern.MAX_CAPTURES) {
            throw Failures.of("too many captures");
        }
        begins[level] = at;
        ends[level] = items[item].kind() == Item.Kind.OPEN ? UNFINISHED : POSITION;
        level++;
        int stop = match(at, item + 1);
        if (stop < 0) {
            level--;
        }
        return stop;
    }

    private int closed(int at, int item) {
        int open = level - 1;
        while (open >= 0 && ends[open] != UNFINISHED) {
            open--;
        }
        if (open < 0) {
            throw Failures.of("invalid pattern capture");
        }
        ends[open] = at;
        int stop = match(at, item + 1);
        if (stop < 0) {
            ends[open] = UNFINISHED;
        }
        return stop;
    }

    private int balanced(int at, Item item) {
        if (!isAt(at, item.set())) {
            return -1;
        }
        int open = 1;
        for (int i = at + 1; i < end; i++) {
            if (bytes[i] == item.number()) {
                open--;
                if (open == 0) {
                    return i + 1;
                }
            } else if (item.set().has(bytes[i])) {
                open++;
            }
            if ((i & STRETCH) == 0) {
                Poll.poll();
            }
        }
        return -1;
    }

    private int repeated(int at, int index) {
        if (index < 0 || index >= level || ends[index] == UNFINISHED) {
            throw noCapture(index);
        }
        int length = ends[index] - begins[index];
        boolean same =
                ends[index] != POSITION
                        && length <= end - at
                        && Arrays.equals(bytes, begins[index], ends[index], bytes, at, at + length);
        return same ? at + length : -1;
    }

    private static LuaError noCapture(int index) {
        return Failures.of("invalid capture index %" + (index + 1));
    }
}
