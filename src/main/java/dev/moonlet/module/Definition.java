package dev.moonlet.module;

import dev.moonlet.lua.value.Interned;
import dev.moonlet.lua.value.Numbers;
import dev.moonlet.lua.value.Table;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.luaj.vm2.LuaValue;

/** What a module is to Lua. */
public final class Definition {

    private final String name;
    private final String description;
    private Set<ModuleClass> classes = Set.of();
    private final List<ModuleFunction> functions = new ArrayList<>();
    private final List<ObjectType<?>> types = new ArrayList<>();
    private final Map<String, LuaValue> constants = new LinkedHashMap<>();
    private final Map<String, String> members = new LinkedHashMap<>();
    private List<String> dependencies = List.of();
    private Init init = () -> {};

    /** What is done once, before a module is used for the first time. */
    @FunctionalInterface
    public interface Init {
        void run() throws Exception;
    }

    private Definition(String name, String description) {
        this.name = name;
        this.description = description;
    }

    /**
     * A module without functions.
     *
     * @param name what {@code require} finds it by
     * @param description one sentence
     */
    public static Definition of(String name, String description) {
        return new Definition(name, description);
    }

    /** Says what the module has to do with. */
    public Definition classes(ModuleClass... all) {
        classes = Set.of(all);
        return this;
    }

    public Definition with(ModuleFunction function) {
        functions.add(function);
        return this;
    }

    /** Says what type of objects the functions hand out. */
    public Definition with(ObjectType<?> type) {
        types.add(type);
        return this;
    }

    public Definition with(String constant, LuaValue value) {
        constants.put(constant, Numbers.normal(value));
        return this;
    }

    /**
     * Makes the module a group: a field is another module, required when it is first read.
     *
     * @param module what the field stands for: {@code net.http}
     */
    public Definition member(String field, String module) {
        members.put(field, module);
        return this;
    }

    /** Says which modules have to be there before this one. */
    public Definition needs(String... modules) {
        dependencies = List.of(modules);
        return this;
    }

    /** Does something once a JVM, before the module is used for the first time. */
    public Definition begins(Init once) {
        init = once;
        return this;
    }

    public String name() {
        return name;
    }

    public String description() {
        return description;
    }

    public Set<ModuleClass> classes() {
        return classes;
    }

    List<ModuleFunction> functions() {
        return functions;
    }

    List<ObjectType<?>> types() {
        return types;
    }

    Map<String, LuaValue> constants() {
        return constants;
    }

    Map<String, String> members() {
        return members;
    }

    List<String> dependencies() {
        return dependencies;
    }

    /** Whether some function asks the outside and waits for the answer. */
    boolean waits() {
        return functions.stream().anyMatch(ModuleFunction::waits);
    }

    Init init() {
        return init;
    }

    /** What {@code require} returns. */
    Table table() {
        Table table = new Table();
        functions.forEach(each -> table.put(Interned.of(each.name()), each.value()));
        constants.forEach((constant, value) -> table.put(Interned.of(constant), value));
        if (!members.isEmpty()) {
            new Group(members).open(table, this);
        }
        table.freezeDeeply();
        return table;
    }
}
