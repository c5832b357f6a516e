package dev.moonlet.lua.value;

import org.luaj.vm2.LuaString;

/**
 * A handler that is looked for so often that tables remember not to have it.
 *
 * @param bit where they remember it
 */
record Handler(LuaString name, int bit) {

    static final Handler INDEX = new Handler(Names.INDEX, 1);
    static final Handler NEW_INDEX = new Handler(Names.NEWINDEX, 2);
}
