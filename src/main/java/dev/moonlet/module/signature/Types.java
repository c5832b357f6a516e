package dev.moonlet.module.signature;

import java.util.List;

/** The types that signatures are made of. */
public final class Types {

    public static final Type STRING = Simple.STRING;
    public static final Type NUMBER = Simple.NUMBER;
    public static final Type INTEGER = Simple.INTEGER;
    public static final Type BOOLEAN = Simple.BOOLEAN;
    public static final Type TABLE = Simple.TABLE;
    public static final Type FUNCTION = Simple.FUNCTION;
    public static final Type NIL = Simple.NIL;
    public static final Type ANY = Simple.ANY;

    private Types() {}

    public static Type optional(Type type) {
        return new Union(List.of(type, NIL));
    }

    /** One of several. */
    public static Type union(Type... types) {
        return new Union(List.of(types));
    }

    /** A table of items, from 1 on. */
    public static Type array(Type item) {
        return new ArrayOf(item);
    }

    public static Type map(Type key, Type value) {
        return new MapOf(key, value);
    }

    /** A table with fields of known names; others are not looked at. */
    public static Type record(String name, Field... fields) {
        return new RecordOf(name, List.of(fields));
    }

    /** A function; what it takes and returns can't be seen from outside, and is for readers. */
    public static Type function(Signature signature) {
        return new FunctionOf(signature);
    }
}
