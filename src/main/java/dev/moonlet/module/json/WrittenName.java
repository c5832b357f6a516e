package dev.moonlet.module.json;

import dev.moonlet.lua.Text;
import dev.moonlet.lua.value.LuaInt;
import dev.moonlet.lua.value.Table;
import org.jspecify.annotations.Nullable;
import org.luaj.vm2.LuaString;
import org.luaj.vm2.LuaValue;
import tools.jackson.core.SerializableString;
import tools.jackson.core.io.SerializedString;

/**
 * A key and how it is written as a name. Some are kept, as those that are read.
 *
 * @param isUtf8 whether what is written is the key
 */
record WrittenName(LuaString key, SerializableString text, boolean isUtf8) {

    private static final @Nullable WrittenName[] NAMES = new WrittenName[ReadName.KEPT];

    private WrittenName(LuaString key) {
        this(key, new SerializedString(Text.of(key)), Text.isUtf8(key));
        // It is quoted once: here, where other threads are sure to see it.
        text.asQuotedUTF8();
    }

    /**
     * The name that a key of a table is in JSON, if it is one. Integers are names only where a
     * table is marked: elsewhere they are a mistake.
     */
    static @Nullable LuaString key(Table table, LuaValue key) {
        return switch (key) {
            case LuaString name -> name;
            case LuaInt integer
                    when Mark.OBJECT.marks(table)
                            && table.rawget(integer.strvalue()) == LuaValue.NIL ->
                    integer.strvalue();
            default -> null;
        };
    }

    static WrittenName of(LuaString key) {
        int place = key.hashCode() & (ReadName.KEPT - 1);
        WrittenName known = NAMES[place];
        if (known != null && known.key.raweq(key)) {
            return known;
        }
        WrittenName name = new WrittenName(key);
        if (key.m_length <= ReadName.LONGEST) {
            NAMES[place] = name;
        }
        return name;
    }
}
