package dev.moonlet.revision;

import java.util.List;
import java.util.Map;

/**
 * One immutable, loaded bundle.
 *
 * @param parts what the preparations made, by class
 * @param served the routes that can be called, as people name them
 * @param problems what of the bundle is not served, and why
 */
public record Revision(
        Bundle bundle, Map<Class<?>, Object> parts, List<String> served, List<Problem> problems) {

    public <P> P part(Class<P> type) {
        Object part = parts.get(type);
        if (part == null) {
            throw new IllegalStateException("the revision has no " + type.getName());
        }
        return type.cast(part);
    }
}
