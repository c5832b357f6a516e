package dev.moonlet.lua.value;

import java.lang.ref.WeakReference;
import java.util.Collections;
import java.util.Map;
import java.util.WeakHashMap;
import org.luaj.vm2.LuaString;
import org.luaj.vm2.LuaValue;

/**
 * The one string of each content that programs and libraries use as a name: it is found by
 * identity.
 */
public final class Interned {

    private static final Map<LuaString, WeakReference<LuaString>> NAMES =
            Collections.synchronizedMap(new WeakHashMap<>());

    private Interned() {}

    public static LuaString of(String name) {
        return of(LuaValue.valueOf(name));
    }

    public static LuaString of(LuaString name) {
        synchronized (NAMES) {
            WeakReference<LuaString> known = NAMES.get(name);
            LuaString found = known == null ? null : known.get();
            if (found != null) {
                return found;
            }
            NAMES.put(name, new WeakReference<>(name));
            return name;
        }
    }
}
