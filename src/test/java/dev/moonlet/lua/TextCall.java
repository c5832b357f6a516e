package dev.moonlet.lua;

import org.luaj.vm2.LuaValue;
import org.luaj.vm2.Varargs;

/** Calls a function and takes its first result as text. */
record TextCall(FunctionName function, Varargs arguments) implements Call<String> {

    TextCall(FunctionName function) {
        this(function, LuaValue.NONE);
    }

    @Override
    public String result(Varargs results) {
        return results.arg1().tojstring();
    }
}
