package dev.moonlet.lua.compiler;

import dev.moonlet.lua.syntax.Expression;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Collects what a script calls at its lines, as methods and otherwise. */
final class CallSites {

    private final Set<Long> methods = new HashSet<>();
    private final Set<Long> others = new HashSet<>();

    void add(Expression call) {
        if (call instanceof Expression.MethodCall method) {
            methods.add(site(call.at().line(), method.name().value().tojstring()));
        } else if (call instanceof Expression.Call plain) {
            String name = name(plain.function());
            if (name != null) {
                others.add(site(call.at().line(), name));
            }
        }
    }

    /** The lines and names of what is called as a method and in no other way, in order. */
    long[] methods() {
        return methods.stream()
                .filter(site -> !others.contains(site))
                .mapToLong(Long::longValue)
                .sorted()
                .toArray();
    }

    static boolean has(long[] sites, int line, String name) {
        return Arrays.binarySearch(sites, site(line, name)) >= 0;
    }

    /** A hash says enough of the name: of one line's methods, hardly two have the same. */
    private static long site(int line, String name) {
        return (long) line << Integer.SIZE | Integer.toUnsignedLong(name.hashCode());
    }

    private static @Nullable String name(Expression function) {
        return switch (function) {
            case Expression.LocalUse use -> use.local().name();
            case Expression.GlobalUse use -> use.name().value().tojstring();
            case Expression.Index(_, _, Expression.StringLiteral key) -> key.value().tojstring();
            default -> null;
        };
    }
}
