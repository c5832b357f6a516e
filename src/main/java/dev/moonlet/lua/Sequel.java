package dev.moonlet.lua;

import org.luaj.vm2.LuaValue;
import org.luaj.vm2.Varargs;

/** What follows a function that was called beside others; told inside the state. */
public interface Sequel {

    void returned(Varargs results);

    /** Returns whether somebody is told of the error; else it is logged. */
    boolean failed(LuaValue error);

    /** It was ended before it was done. */
    void canceled();
}
