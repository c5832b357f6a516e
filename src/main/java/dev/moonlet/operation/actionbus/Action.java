package dev.moonlet.operation.actionbus;

import dev.moonlet.operation.OperationFailed;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A bean that does something for scripts: {@code actionbus.dispatch(name, payload)}. */
public interface Action {

    /** What scripts call it by: {@code mail.send}. */
    String name();

    /**
     * Does it, in plain blocking code on a virtual thread.
     *
     * @param payload null, Boolean, Long, Double, String, List and Map, which nobody can change
     * @return the same, or what can be copied to it: numbers, texts, Collections and Maps
     * @throws OperationFailed to tell the script what kind of failure it was; of any other
     *     exception it learns nothing, and the log has it
     */
    @Nullable Object perform(Map<String, @Nullable Object> payload) throws Exception;
}
