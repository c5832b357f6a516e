package dev.moonlet.operation.actionbus;

import dev.moonlet.operation.Dispatcher;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Actions of a test's own. */
public final class TrialActions {

    private TrialActions() {}

    /** What an action does. */
    @FunctionalInterface
    public interface Doing {
        @Nullable Object perform(Map<String, @Nullable Object> payload) throws Exception;
    }

    public static Action action(String name, Doing doing) {
        return new Action() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public @Nullable Object perform(Map<String, @Nullable Object> payload)
                    throws Exception {
                return doing.perform(payload);
            }
        };
    }

    public static Dispatcher<?> dispatcher(Actions actions) {
        return new PerformActionDispatcher(actions);
    }
}
