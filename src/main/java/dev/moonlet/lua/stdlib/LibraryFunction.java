package dev.moonlet.lua.stdlib;

import dev.moonlet.lua.value.Function;
import dev.moonlet.lua.value.Interned;
import dev.moonlet.lua.value.Table;
import org.luaj.vm2.Varargs;

/** A function that takes its arguments as they come. */
final class LibraryFunction extends Function {

    private final String name;
    private final Body body;

    LibraryFunction(String name, Body body) {
        this.name = name;
        this.body = body;
    }

    /** What a function does with its arguments. */
    @FunctionalInterface
    interface Body {
        Varargs apply(Arguments arguments);
    }

    static void define(Table library, String name, Body body) {
        library.put(Interned.of(name), new LibraryFunction(name, body));
    }

    @Override
    public Varargs apply(Varargs arguments) {
        return body.apply(new Arguments(name, arguments));
    }
}
