package dev.moonlet.lua.stdlib;

import java.util.function.IntPredicate;

/** Which bytes a single item of a pattern matches. */
final class ByteSet {

    static final ByteSet ALL = of(b -> true);

    private static final ByteSet[] SINGLE = new ByteSet[256];
    private static final ByteSet[] ESCAPED = new ByteSet[256];

    static {
        for (int i = 0; i < 256; i++) {
            int only = i;
            SINGLE[i] = of(b -> b == only);
            ESCAPED[i] = SINGLE[i];
        }
        define('a', ByteSet::isLetter);
        define('c', b -> b < ' ' || b == 127);
        define('d', ByteSet::isDigit);
        define('g', b -> b > ' ' && b < 127);
        define('l', b -> b >= 'a' && b <= 'z');
        define('p', b -> b > ' ' && b < 127 && !isLetter(b) && !isDigit(b));
        define('s', b -> b == ' ' || (b >= '\t' && b <= '\r'));
        define('u', b -> b >= 'A' && b <= 'Z');
        define('w', b -> isLetter(b) || isDigit(b));
        define('x', b -> isDigit(b) || ((b | 0x20) >= 'a' && (b | 0x20) <= 'f'));
        define('z', b -> b == 0);
    }

    private final boolean[] members;

    ByteSet() {
        this(new boolean[256]);
    }

    private ByteSet(boolean[] members) {
        this.members = members;
    }

    static ByteSet single(byte only) {
        return SINGLE[only & 0xff];
    }

    /** What stands behind a percent sign: a class or just a byte. */
    static ByteSet escaped(byte name) {
        return ESCAPED[name & 0xff];
    }

    boolean has(byte one) {
        return members[one & 0xff];
    }

    void add(ByteSet others) {
        for (int i = 0; i < members.length; i++) {
            members[i] |= others.members[i];
        }
    }

    void addRange(byte first, byte last) {
        for (int i = first & 0xff; i <= (last & 0xff); i++) {
            members[i] = true;
        }
    }

    ByteSet complement() {
        return of(b -> !members[b]);
    }

    private static ByteSet of(IntPredicate member) {
        boolean[] members = new boolean[256];
        for (int i = 0; i < members.length; i++) {
            members[i] = member.test(i);
        }
        return new ByteSet(members);
    }

    private static void define(char name, IntPredicate member) {
        ESCAPED[name] = of(member);
        ESCAPED[Character.toUpperCase(name)] = ESCAPED[name].complement();
    }

    private static boolean isLetter(int b) {
        return (b | 0x20) >= 'a' && (b | 0x20) <= 'z';
    }

    private static boolean isDigit(int b) {
        return b >= '0' && b <= '9';
    }
}
