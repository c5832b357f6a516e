package dev.moonlet.lua.stdlib;

import dev.moonlet.lua.value.Body;
import dev.moonlet.lua.value.Interned;
import dev.moonlet.lua.value.Table;
import org.luaj.vm2.Varargs;

/** A function that takes its arguments as they come. */
final class LibraryFunction extends Body {

    private final String name;
    private final Action action;

    private LibraryFunction(String name, Action action) {
        this.name = name;
        this.action = action;
    }

    /** What a function does with its arguments. */
    @FunctionalInterface
    interface Action {
        Varargs apply(Arguments arguments);
    }

    static void define(Table library, String name, Action action) {
        define(library, name, new LibraryFunction(name, action));
    }

    static void define(Table library, String name, Body body) {
        library.put(Interned.of(name), body.function());
    }

    @Override
    public Varargs apply(Varargs arguments) {
        return action.apply(new Arguments(name, arguments));
    }
}
