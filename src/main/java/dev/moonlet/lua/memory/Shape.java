package dev.moonlet.lua.memory;

import dev.moonlet.lua.value.FunctionClass;
import dev.moonlet.lua.value.Held;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.luaj.vm2.LuaValue;

/**
 * What the objects of a class take and refer to. Only what scripts make and hold has a shape; what
 * belongs to the service is passed over.
 */
record Shape(int size, List<Field> references) {

    private static final int HEADER = 12;
    private static final int REFERENCE = 4;
    private static final Shape NONE = new Shape(0, List.of());

    private static final List<String> PACKAGES =
            List.of(
                    "dev.moonlet.lua.value",
                    "dev.moonlet.lua.compiler",
                    "dev.moonlet.lua.stdlib",
                    "dev.moonlet.lua.coroutine");

    private static final ClassValue<Shape> KNOWN =
            new ClassValue<>() {
                @Override
                protected Shape computeValue(Class<?> type) {
                    return isOfScripts(type) ? read(type) : NONE;
                }
            };

    static Shape of(Object object) {
        return KNOWN.get(object.getClass());
    }

    /** Whether the objects of a class belong to the service. */
    boolean isNone() {
        return this == NONE;
    }

    private static boolean isOfScripts(Class<?> type) {
        String name = type.getPackageName();
        return LuaValue.class.isAssignableFrom(type)
                || type.getName().startsWith(FunctionClass.PACKAGE)
                || Held.class.isAssignableFrom(type)
                || PACKAGES.contains(name)
                || name.equals(LuaValue.class.getPackageName());
    }

    private static Shape read(Class<?> type) {
        int size = HEADER;
        List<Field> references = new ArrayList<>();
        for (Field field : fields(type)) {
            size += size(field.getType());
            if (!field.getType().isPrimitive() && field.trySetAccessible()) {
                references.add(field);
            }
        }
        return new Shape((size + 7) & -8, List.copyOf(references));
    }

    /** The fields of its objects, apart from what Java's own classes keep to themselves. */
    private static List<Field> fields(Class<?> type) {
        List<Field> fields = new ArrayList<>();
        for (Class<?> each = type; each.getClassLoader() != null; each = each.getSuperclass()) {
            Arrays.stream(each.getDeclaredFields())
                    .filter(field -> !Modifier.isStatic(field.getModifiers()))
                    .forEach(fields::add);
        }
        return fields;
    }

    private static int size(Class<?> type) {
        if (type == long.class || type == double.class) {
            return Long.BYTES;
        }
        return type == boolean.class || type == byte.class ? 1 : REFERENCE;
    }
}
