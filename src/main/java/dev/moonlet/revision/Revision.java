package dev.moonlet.revision;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One immutable, loaded bundle.
 *
 * @param parts what the preparations made, by class
 * @param served the routes that can be called, as people name them
 * @param traits what it offers and may do
 * @param report how it was made, and what of it is not served
 */
public record Revision(
        Bundle bundle,
        Map<Class<?>, Object> parts,
        List<String> served,
        Traits traits,
        Report report) {

    public String id() {
        return bundle.id();
    }

    public <P> P part(Class<P> type) {
        return find(type)
                .orElseThrow(
                        () -> new IllegalStateException("the revision has no " + type.getName()));
    }

    /** The same where it may be that it has none. */
    public <P> Optional<P> find(Class<P> type) {
        return Optional.ofNullable(parts.get(type)).map(type::cast);
    }
}
