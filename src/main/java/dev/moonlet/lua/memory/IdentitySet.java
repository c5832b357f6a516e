package dev.moonlet.lua.memory;

import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.luaj.vm2.LuaString;

/** Objects of one kind, each once, whatever they say of being equal. */
final class IdentitySet {

    /** So many strings that are equal and not the same are looked at; there are hardly more. */
    private static final int LONGEST_CHAIN = 32;

    private @Nullable Object[] places = new Object[1 << 8];
    private int size;

    /** Returns whether the object is new here. */
    boolean add(Object object) {
        int place = free(object);
        if (place < 0) {
            return false;
        }
        if (places[place] == null) {
            places[place] = object;
            size++;
            if (size > places.length / 2) {
                grow();
            }
        }
        return true;
    }

    private int free(Object object) {
        int mask = places.length - 1;
        int hash = hash(object);
        int longest = object instanceof LuaString ? LONGEST_CHAIN : places.length;
        for (int i = 0; i < longest; i++) {
            Object found = places[hash + i & mask];
            if (found == null) {
                return hash + i & mask;
            }
            if (found == object) {
                return -1;
            }
        }
        return hash & mask;
    }

    /** A string's own hash is at hand. */
    private static int hash(Object object) {
        int hash =
                object instanceof LuaString text
                        ? text.hashCode()
                        : System.identityHashCode(object);
        return (hash * 0x9E3779B9) >>> 7;
    }

    private void grow() {
        @Nullable Object[] before = places;
        places = new Object[4 * before.length];
        size = 0;
        Arrays.stream(before).filter(Objects::nonNull).forEach(this::add);
    }
}
