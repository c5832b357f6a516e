package dev.moonlet.lua.value;

import org.luaj.vm2.LuaString;

/** A floating-point number of 64 bits; {@code 1.0} stays a float. */
public final class LuaFloat extends JavaNumber {

    public final double value;

    private LuaFloat(double value) {
        this.value = value;
    }

    public static LuaFloat of(double value) {
        return new LuaFloat(value);
    }

    @Override
    public boolean isint() {
        return value == (int) value;
    }

    @Override
    public boolean islong() {
        return Numbers.isInteger(value);
    }

    @Override
    public int toint() {
        return (int) (long) value;
    }

    @Override
    public long tolong() {
        return (long) value;
    }

    @Override
    public double todouble() {
        return value;
    }

    @Override
    public int checkint() {
        return (int) checklong();
    }

    @Override
    public long checklong() {
        if (!islong()) {
            throw Failures.of("number has no integer representation");
        }
        return (long) value;
    }

    @Override
    public double checkdouble() {
        return value;
    }

    @Override
    public int optint(int otherwise) {
        return checkint();
    }

    @Override
    public long optlong(long otherwise) {
        return checklong();
    }

    @Override
    public double optdouble(double otherwise) {
        return value;
    }

    @Override
    public String tojstring() {
        return Numbers.text(value).tojstring();
    }

    @Override
    public LuaString strvalue() {
        return Numbers.text(value);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof LuaFloat number
                && Double.doubleToLongBits(number.value) == Double.doubleToLongBits(value);
    }

    @Override
    public int hashCode() {
        return Double.hashCode(value);
    }
}
