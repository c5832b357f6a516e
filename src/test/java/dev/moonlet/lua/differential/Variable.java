package dev.moonlet.lua.differential;

import org.jspecify.annotations.Nullable;

/**
 * A variable in sight.
 *
 * @param assignable whether it may be assigned to
 * @param signature how to call it, if it is a function of the program
 */
record Variable(String name, Shape shape, boolean assignable, @Nullable Signature signature) {

    static Variable of(String name, Shape shape) {
        return new Variable(name, shape, true, null);
    }

    /** One that is declared as constant, or that a program needs for its own end. */
    static Variable constant(String name, Shape shape) {
        return new Variable(name, shape, false, null);
    }
}
