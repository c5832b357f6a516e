package dev.moonlet.module;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.Name;

/**
 * A profile of the operator's, spelled as in a bundle; what is not set is that of the profile it
 * extends.
 *
 * @param base The profile that it extends.
 * @param modules The modules that its scripts may require.
 * @param classes The classes that these may have.
 * @param forbid The classes that none of them may have.
 * @param features What it switches on: sandbox, async, debug.
 * @param limits Its limits: time, cpu, stream, memory, string, coroutines, output.
 * @param pool How many states it has: min, max.
 * @param stages What is loaded before anybody asks for it.
 */
record ProfileProperties(
        @Name("extends") @Nullable String base,
        @Nullable List<String> modules,
        @Nullable List<String> classes,
        @Nullable List<String> forbid,
        @Nullable List<String> features,
        @Nullable Map<String, String> limits,
        @Nullable Map<String, String> pool,
        @Nullable Map<String, StageProperties> stages) {

    /**
     * A stage.
     *
     * @param priority Stages of a lower one come first.
     * @param timeout How long all of it may take.
     * @param required Without these nothing of the profile is served.
     * @param optional These are loaded once the profile is served.
     */
    record StageProperties(
            @Nullable String priority,
            @Nullable String timeout,
            @Nullable List<String> required,
            @Nullable List<String> optional) {

        private Map<String, Object> tree() {
            Map<String, Object> tree = new LinkedHashMap<>();
            put(tree, "priority", priority);
            put(tree, "timeout", timeout);
            put(tree, "required", required);
            put(tree, "optional", optional);
            return tree;
        }
    }

    /** What a bundle would say. */
    Map<String, Object> tree() {
        Map<String, Object> tree = new LinkedHashMap<>();
        put(tree, "extends", base);
        put(tree, "modules", modules);
        put(tree, "classes", classes);
        put(tree, "forbid", forbid);
        put(tree, "features", features);
        put(tree, "limits", limits);
        put(tree, "pool", pool);
        if (stages != null) {
            Map<String, Object> all = new LinkedHashMap<>();
            stages.forEach((name, stage) -> all.put(name, stage.tree()));
            tree.put("stages", all);
        }
        return tree;
    }

    private static void put(Map<String, Object> tree, String name, @Nullable Object value) {
        if (value != null) {
            tree.put(name, value);
        }
    }
}
