package dev.moonlet.lua.compiler;

import java.lang.constant.ClassDesc;
import org.luaj.vm2.LuaValue;
import org.luaj.vm2.Varargs;

/** What a piece of a function returns if control is to go elsewhere than behind it. */
public final class Exit extends Varargs {

    static final ClassDesc TYPE = Symbols.of(Exit.class);

    /** Out of the loop around the piece; other exits are indexes of its labels. */
    static final int BREAK = -1;

    public final int index;

    private Exit(int index) {
        this.index = index;
    }

    public static Exit to(int index) {
        return new Exit(index);
    }

    @Override
    public LuaValue arg(int index) {
        return LuaValue.NIL;
    }

    @Override
    public int narg() {
        return 0;
    }

    @Override
    public LuaValue arg1() {
        return LuaValue.NIL;
    }

    @Override
    public Varargs subargs(int start) {
        return LuaValue.NONE;
    }
}
