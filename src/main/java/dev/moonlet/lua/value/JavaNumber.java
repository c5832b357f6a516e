package dev.moonlet.lua.value;

import org.luaj.vm2.LuaNumber;
import org.luaj.vm2.LuaString;
import org.luaj.vm2.LuaValue;

/** What Java code that was written for LuaJ's numbers sees of both of ours. */
abstract class JavaNumber extends LuaNumber {

    @Override
    public String checkjstring() {
        return tojstring();
    }

    @Override
    public String optjstring(String otherwise) {
        return tojstring();
    }

    @Override
    public LuaValue tostring() {
        return strvalue();
    }

    @Override
    public LuaString checkstring() {
        return strvalue();
    }

    @Override
    public LuaString optstring(LuaString otherwise) {
        return strvalue();
    }

    @Override
    public boolean raweq(LuaValue other) {
        return Comparison.rawEqual(this, other);
    }

    @Override
    public boolean eq_b(LuaValue other) {
        return raweq(other);
    }

    @Override
    public LuaValue eq(LuaValue other) {
        return LuaValue.valueOf(raweq(other));
    }
}
