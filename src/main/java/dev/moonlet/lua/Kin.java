package dev.moonlet.lua;

import dev.moonlet.lua.value.Held;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Who has begun a coroutine, and whom it has begun. */
final class Kin implements Held {

    private final Coroutine<?> self;
    private @Nullable Kin parent;
    private @Nullable Set<Coroutine<?>> children;

    Kin(Coroutine<?> self) {
        this.self = self;
    }

    void isChildOf(Kin other) {
        parent = other;
        if (other.children == null) {
            other.children = new LinkedHashSet<>();
        }
        other.children.add(self);
    }

    /** It has ended; those that go on have no parent any more. */
    void leave() {
        if (parent != null && parent.children != null) {
            parent.children.remove(self);
        }
        parent = null;
        if (children != null) {
            children.forEach(child -> child.kin().parent = null);
            children = null;
        }
    }

    /** Cancels those that it has begun and that are not over. */
    void cancelChildren() {
        if (children != null) {
            List.copyOf(children).forEach(Coroutine::cancel);
        }
    }
}
