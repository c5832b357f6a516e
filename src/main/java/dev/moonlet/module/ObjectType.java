package dev.moonlet.module;

import dev.moonlet.lua.value.Body;
import dev.moonlet.lua.value.Interned;
import dev.moonlet.lua.value.Names;
import dev.moonlet.lua.value.Table;
import dev.moonlet.module.signature.Field;
import dev.moonlet.module.signature.Type;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.luaj.vm2.LuaUserdata;
import org.luaj.vm2.LuaValue;
import org.luaj.vm2.Varargs;

/**
 * A type of objects that a module hands out: Java objects with methods that Lua can call. All
 * objects share one frozen metatable.
 *
 * @param <T> what is in such an object
 */
public final class ObjectType<T> implements Type {

    private static final String SELF = "self";

    private final String name;
    private final Class<T> content;
    private final List<ModuleFunction> methods = new ArrayList<>();
    private final List<ModuleFunction> metamethods = new ArrayList<>();
    private final Map<Field, Function<T, LuaValue>> fields = new LinkedHashMap<>();
    private final Table metatable = new Table();

    private ObjectType(String name, Class<T> content) {
        this.name = name;
        this.content = content;
    }

    /** A type without methods: {@code errors.Error}. */
    public static <T> ObjectType<T> named(String name, Class<T> content) {
        return new ObjectType<>(name, content);
    }

    /** Adds a method; its first parameter is the object. */
    public ObjectType<T> method(ModuleFunction method) {
        methods.add(ofSelf(method));
        return this;
    }

    /** Adds a field, which Lua reads and can't write. */
    public ObjectType<T> field(Field field, Function<T, LuaValue> value) {
        fields.put(field, value);
        return this;
    }

    /** Adds a metamethod, {@code __tostring}, which takes what its signature says. */
    public ObjectType<T> metamethod(ModuleFunction metamethod) {
        metamethods.add(metamethod);
        return this;
    }

    /** Makes an object. */
    public LuaValue of(T object) {
        return new LuaUserdata(object, metatable());
    }

    /** What is in an object that fits. */
    public T content(LuaValue object) {
        return content.cast(((LuaUserdata) object).m_instance);
    }

    public String name() {
        return name;
    }

    List<ModuleFunction> methods() {
        return methods;
    }

    List<ModuleFunction> metamethods() {
        return metamethods;
    }

    Set<Field> fields() {
        return fields.keySet();
    }

    @Override
    public boolean fits(LuaValue value) {
        return value instanceof LuaUserdata userdata && userdata.m_metatable == metatable;
    }

    @Override
    public String spelled() {
        return name;
    }

    private synchronized Table metatable() {
        if (!metatable.frozen()) {
            Table index = new Table();
            methods.forEach(method -> index.put(Interned.of(method.name()), method.value()));
            metamethods.forEach(each -> metatable.put(Interned.of(each.name()), each.value()));
            index.freeze();
            metatable.put(Names.INDEX, fields.isEmpty() ? index : new Members(index).function());
            metatable.put(Names.NAME, Interned.of(name));
            metatable.put(Names.METATABLE, LuaValue.FALSE);
            metatable.freeze();
        }
        return metatable;
    }

    private ModuleFunction ofSelf(ModuleFunction method) {
        return new ModuleFunction(
                method.name(),
                method.description(),
                method.signature().takingFirst(SELF, this),
                method.action(),
                method.waits(),
                method.asked());
    }

    /** Finds methods, and fields that are read when they are asked for. */
    private final class Members extends Body {

        private final Table methodsByName;
        private final Map<LuaValue, Function<T, LuaValue>> fieldsByName = new HashMap<>();

        Members(Table methodsByName) {
            this.methodsByName = methodsByName;
            fields.forEach((field, value) -> fieldsByName.put(Interned.of(field.name()), value));
        }

        @Override
        public Varargs apply(Varargs arguments) {
            return apply(arguments.arg1(), arguments.arg(2));
        }

        @Override
        public Varargs apply(LuaValue object, LuaValue name) {
            Function<T, LuaValue> field = fieldsByName.get(name);
            return field == null ? methodsByName.get(name) : field.apply(content(object));
        }
    }
}
