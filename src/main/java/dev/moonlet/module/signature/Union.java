package dev.moonlet.module.signature;

import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.stream.Stream;
import org.luaj.vm2.LuaTable;
import org.luaj.vm2.LuaValue;

/** One of several types; with nil as the last, one that may be missing. */
record Union(List<Type> types) implements Type {

    @Override
    public boolean fits(LuaValue value) {
        for (Type type : types) {
            if (type.fits(value)) {
                return true;
            }
        }
        return false;
    }

    @Override
    public String spelled() {
        return types.size() == 2 && types.getLast() == Types.NIL
                ? grouped(types.getFirst()) + "?"
                : types.stream().map(Union::grouped).collect(joining("|"));
    }

    @Override
    public Stream<RecordOf> records() {
        return types.stream().flatMap(Type::records);
    }

    /** The type of tables knows best what is wrong inside a table. */
    @Override
    public String mismatch(LuaValue value) {
        if (types.getLast() == Types.NIL && types.size() == 2) {
            return types.getFirst().mismatch(value);
        }
        for (Type type : types) {
            if (value instanceof LuaTable && isOfTables(type)) {
                return type.mismatch(value);
            }
        }
        return Type.super.mismatch(value);
    }

    private static boolean isOfTables(Type type) {
        return type instanceof RecordOf || type instanceof ArrayOf || type instanceof MapOf;
    }

    /** A type as a part of another, in parentheses where its end would not be seen. */
    static String grouped(Type type) {
        return type instanceof Union || type instanceof FunctionOf
                ? "(" + type.spelled() + ")"
                : type.spelled();
    }
}
