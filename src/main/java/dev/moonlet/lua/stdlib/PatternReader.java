package dev.moonlet.lua.stdlib;

import dev.moonlet.lua.stdlib.Item.Kind;
import dev.moonlet.lua.value.Memory;
import dev.moonlet.lua.value.Poll;
import java.util.ArrayList;
import java.util.List;

/** Reads a pattern up to its end, or up to what can be none. */
final class PatternReader {

    private static final int ITEM_SIZE = 32;
    private static final int SET_SIZE = 288;

    private final byte[] source;
    private final List<Item> items = new ArrayList<>();
    private int at;
    private String mistake = "";

    PatternReader(byte[] source) {
        this.source = source;
    }

    Pattern read(boolean anchored) {
        Memory.charge((long) ITEM_SIZE * source.length);
        at = anchored ? 1 : 0;
        while (at < source.length && mistake.isEmpty()) {
            items.add(item());
            Poll.poll();
        }
        if (mistake.isEmpty()) {
            items.add(Item.of(Kind.DONE));
        } else {
            items.set(items.size() - 1, Item.of(Kind.MALFORMED));
        }
        return new Pattern(source, anchored, items.toArray(Item[]::new), mistake);
    }

    private Item item() {
        return switch (source[at]) {
            case '(' -> is(at + 1, ')') ? plain(Kind.POSITION, 2) : plain(Kind.OPEN, 1);
            case ')' -> plain(Kind.CLOSE, 1);
            case '$' -> at + 1 == source.length ? plain(Kind.END, 1) : repeatable();
            case '%' -> escaped();
            default -> repeatable();
        };
    }

    private Item plain(Kind kind, int length) {
        at += length;
        return Item.of(kind);
    }

    private Item escaped() {
        if (is(at + 1, 'b')) {
            return balanced();
        }
        if (is(at + 1, 'f')) {
            return frontier();
        }
        if (at + 1 < source.length && source[at + 1] >= '0' && source[at + 1] <= '9') {
            at += 2;
            return new Item(Kind.REPEATED, ByteSet.ALL, source[at - 1] - '0');
        }
        return repeatable();
    }

    private Item balanced() {
        at += 4;
        if (at > source.length) {
            return malformed("malformed pattern (missing arguments to '%b')");
        }
        return new Item(Kind.BALANCED, ByteSet.single(source[at - 2]), source[at - 1]);
    }

    private Item frontier() {
        at += 2;
        return is(at, '[')
                ? new Item(Kind.FRONTIER, set(), 0)
                : malformed("missing '[' after '%f' in pattern");
    }

    private Item malformed(String reason) {
        mistake = reason;
        return Item.of(Kind.MALFORMED);
    }

    private Item repeatable() {
        ByteSet set = single();
        at++;
        return switch (at <= source.length ? source[at - 1] : 0) {
            case '?' -> new Item(Kind.OPTIONAL, set, 0);
            case '*' -> new Item(Kind.MANY, set, 0);
            case '+' -> new Item(Kind.MANY, set, 1);
            case '-' -> new Item(Kind.FEW, set, 0);
            default -> {
                at--;
                yield new Item(Kind.ONE, set, 0);
            }
        };
    }

    private ByteSet single() {
        return switch (source[at]) {
            case '.' -> {
                at++;
                yield ByteSet.ALL;
            }
            case '[' -> set();
            case '%' -> {
                at += 2;
                if (at > source.length) {
                    malformed("malformed pattern (ends with '%')");
                    yield ByteSet.ALL;
                }
                yield ByteSet.escaped(source[at - 1]);
            }
            default -> ByteSet.single(source[at++]);
        };
    }

    /** What is between brackets; a closing one in front is a member. */
    private ByteSet set() {
        boolean complement = is(at + 1, '^');
        at += complement ? 2 : 1;
        int close = close();
        Memory.charge(SET_SIZE);
        ByteSet set = new ByteSet();
        while (at < close) {
            addMember(set, close);
            Poll.poll();
        }
        at = close + 1;
        return complement ? set.complement() : set;
    }

    /** Where the bracket is that closes a set. */
    private int close() {
        int close = at;
        do {
            if (close >= source.length) {
                malformed("malformed pattern (missing ']')");
                return at;
            }
            close += source[close] == '%' ? 2 : 1;
            Poll.poll();
        } while (!is(close, ']'));
        return close;
    }

    private void addMember(ByteSet set, int close) {
        if (source[at] == '%') {
            set.add(ByteSet.escaped(source[at + 1]));
            at += 2;
        } else if (is(at + 1, '-') && at + 2 < close) {
            set.addRange(source[at], source[at + 2]);
            at += 3;
        } else {
            set.addRange(source[at], source[at]);
            at++;
        }
    }

    private boolean is(int index, char expected) {
        return index < source.length && source[index] == expected;
    }
}
