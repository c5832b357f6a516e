package dev.moonlet.operation.actionbus;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The actions that Java does for scripts. */
@Component
public final class Actions {

    private final Map<String, Action> byName = new TreeMap<>();

    public Actions(List<Action> actions) {
        for (Action action : actions) {
            Action other = byName.put(action.name(), action);
            if (other != null) {
                throw new IllegalStateException(
                        "both %s and %s are the action '%s': rename one"
                                .formatted(
                                        other.getClass().getName(),
                                        action.getClass().getName(),
                                        action.name()));
            }
        }
    }

    public Set<String> names() {
        return byName.keySet();
    }

    @Nullable Action named(String name) {
        return byName.get(name);
    }
}
