package dev.moonlet.lua.value;

import org.luaj.vm2.LuaString;

/** An integer of 64 bits. */
public final class LuaInt extends JavaNumber {

    private static final int LOWEST = -128;
    private static final int HIGHEST = 1023;
    private static final LuaInt[] SMALL = new LuaInt[HIGHEST - LOWEST + 1];

    static {
        for (int i = 0; i < SMALL.length; i++) {
            SMALL[i] = new LuaInt(i + LOWEST);
        }
    }

    public final long value;

    private LuaInt(long value) {
        this.value = value;
    }

    public static LuaInt of(long value) {
        return value >= LOWEST && value <= HIGHEST
                ? SMALL[(int) value - LOWEST]
                : new LuaInt(value);
    }

    @Override
    public boolean isint() {
        return value == (int) value;
    }

    @Override
    public boolean islong() {
        return true;
    }

    @Override
    public boolean isinttype() {
        return isint();
    }

    @Override
    public int toint() {
        return (int) value;
    }

    @Override
    public long tolong() {
        return value;
    }

    @Override
    public double todouble() {
        return value;
    }

    @Override
    public int checkint() {
        return (int) value;
    }

    @Override
    public long checklong() {
        return value;
    }

    @Override
    public double checkdouble() {
        return value;
    }

    @Override
    public int optint(int otherwise) {
        return (int) value;
    }

    @Override
    public long optlong(long otherwise) {
        return value;
    }

    @Override
    public double optdouble(double otherwise) {
        return value;
    }

    @Override
    public String tojstring() {
        return Long.toString(value);
    }

    @Override
    public LuaString strvalue() {
        return Numbers.text(value);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof LuaInt number && number.value == value;
    }

    @Override
    public int hashCode() {
        return Long.hashCode(value);
    }
}
