package dev.moonlet.module;

import dev.moonlet.lua.Text;
import dev.moonlet.lua.value.Comparison;
import dev.moonlet.lua.value.Conversions;
import dev.moonlet.lua.value.Failures;
import dev.moonlet.lua.value.Memory;
import dev.moonlet.lua.value.Table;
import dev.moonlet.module.signature.Parameter;
import dev.moonlet.module.signature.Signature;
import java.util.Arrays;
import java.util.List;
import org.luaj.vm2.LuaError;
import org.luaj.vm2.LuaFunction;
import org.luaj.vm2.LuaNumber;
import org.luaj.vm2.LuaString;
import org.luaj.vm2.LuaValue;
import org.luaj.vm2.Varargs;

/**
 * What a function was called with. They fit its signature already, count from 1, and are what the
 * signature says where they are missing.
 */
public final class Arguments {

    private final String function;
    private final Signature signature;
    private final Varargs values;

    Arguments(String function, Signature signature, Varargs values) {
        this.function = function;
        this.signature = signature;
        this.values = values;
    }

    public int count() {
        return values.narg();
    }

    public boolean has(int i) {
        return values.arg(i) != LuaValue.NIL;
    }

    public LuaValue value(int i) {
        LuaValue value = values.arg(i);
        List<Parameter> parameters = signature.parameters();
        return value == LuaValue.NIL && i <= parameters.size()
                ? parameters.get(i - 1).otherwise()
                : value;
    }

    public String text(int i) {
        return Text.of(bytes(i));
    }

    /** A string, which need not be text. */
    public LuaString bytes(int i) {
        LuaValue value = value(i);
        return value instanceof LuaNumber number ? number.strvalue() : value.checkstring();
    }

    /** The bytes of a string, in an array of their own. */
    public byte[] copy(int i) {
        return copy(bytes(i));
    }

    /** The bytes of a string that is in an argument. */
    public static byte[] copy(LuaString bytes) {
        Memory.charge(bytes.m_length);
        return Arrays.copyOfRange(bytes.m_bytes, bytes.m_offset, bytes.m_offset + bytes.m_length);
    }

    public long integer(int i) {
        return Conversions.toNumber(value(i)).tolong();
    }

    public double number(int i) {
        return Conversions.toNumber(value(i)).todouble();
    }

    public boolean isTrue(int i) {
        return Comparison.isTrue(value(i));
    }

    public Table table(int i) {
        return (Table) value(i);
    }

    public LuaFunction function(int i) {
        return (LuaFunction) value(i);
    }

    /** The Java object in an object of a module. */
    public <T> T object(int i, ObjectType<T> type) {
        return type.content(value(i));
    }

    /** An argument and all behind it, as they came. */
    public Varargs from(int i) {
        return values.subargs(i);
    }

    /** An argument is of the right type and wrong nevertheless. */
    public LuaError wrong(int i, String reason) {
        return Failures.argument(i, function, reason);
    }
}
