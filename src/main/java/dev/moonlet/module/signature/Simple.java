package dev.moonlet.module.signature;

import dev.moonlet.lua.value.Conversions;
import dev.moonlet.lua.value.Failures;
import java.util.Locale;
import org.luaj.vm2.LuaFunction;
import org.luaj.vm2.LuaNumber;
import org.luaj.vm2.LuaString;
import org.luaj.vm2.LuaTable;
import org.luaj.vm2.LuaValue;

/** The types that have no parts. Numbers are strings and spelled numbers are numbers, as in Lua. */
enum Simple implements Type {
    STRING {
        @Override
        public boolean fits(LuaValue value) {
            return value instanceof LuaString || value instanceof LuaNumber;
        }
    },
    NUMBER {
        @Override
        public boolean fits(LuaValue value) {
            return value instanceof LuaNumber || Conversions.toNumber(value) != LuaValue.NIL;
        }
    },
    INTEGER {
        @Override
        public boolean fits(LuaValue value) {
            return Conversions.isInteger(Conversions.toNumber(value));
        }

        @Override
        public String mismatch(LuaValue value) {
            return value instanceof LuaNumber
                    ? "number has no integer representation"
                    : "number expected, got " + Failures.typeName(value);
        }
    },
    BOOLEAN {
        @Override
        public boolean fits(LuaValue value) {
            return value.isboolean();
        }
    },
    TABLE {
        @Override
        public boolean fits(LuaValue value) {
            return value instanceof LuaTable;
        }
    },
    FUNCTION {
        @Override
        public boolean fits(LuaValue value) {
            return value instanceof LuaFunction;
        }
    },
    NIL {
        @Override
        public boolean fits(LuaValue value) {
            return value == LuaValue.NIL;
        }
    },
    ANY {
        @Override
        public boolean fits(LuaValue value) {
            return true;
        }
    };

    @Override
    public String spelled() {
        return name().toLowerCase(Locale.ROOT);
    }
}
