package dev.moonlet.revision.activation;

import dev.moonlet.revision.Bundle;
import dev.moonlet.revision.Revision;
import dev.moonlet.revision.history.Activation;
import dev.moonlet.revision.history.Activation.Kind;
import dev.moonlet.revision.history.Choice;
import dev.moonlet.revision.history.History;
import java.util.EnumSet;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.springframework.stereotype.Component;

/** What operators decide on: it is written down, and reaches all who share the database. */
@Component
public final class Operate {

    /** How far back a revision is looked for that was served before. */
    private static final int RECENT = 200;

    /** How a revision comes to be served for the first time. */
    private static final Set<Kind> FORWARD = EnumSet.of(Kind.FOLLOWED, Kind.ACTIVATED, Kind.PINNED);

    private final Head head;
    private final Decide decide;
    private final Activate activate;
    private final History history;
    private final Serve serve;
    private final Turn turn;
    private final AtomicBoolean asked = new AtomicBoolean();

    Operate(Head head, Decide decide, Activate activate, History history, Serve serve, Turn turn) {
        this.head = head;
        this.decide = decide;
        this.activate = activate;
        this.history = history;
        this.serve = serve;
        this.turn = turn;
    }

    /** How the service stands between its source and its operators. */
    public Standing standing() {
        Choice choice = history.choice();
        return new Standing(
                serve.current(),
                head.id(),
                serve.refused(),
                choice.pinned(),
                choice.revision().orElse(""),
                head.failure(),
                head.reached());
    }

    /** Looks at the source now; what it has and was refused is tried once more. */
    public void refresh() {
        turn.soon(() -> {
            if (!serve.refused().isEmpty()) {
                head.forget();
            }
            decide.decide();
            return true;
        });
    }

    /** Has the source looked at as soon as may be; who asks meanwhile has asked with it. */
    public void refreshLater() {
        if (asked.compareAndSet(false, true)) {
            Runnable look =
                    () -> {
                        asked.set(false);
                        decide.decide();
                    };
            Thread.ofPlatform().daemon().name("refresh").start(() -> turn.take(look));
        }
    }

    /** Serves a revision until the source has something new. */
    public Revision activate(String id, String who, String why) throws Unfit {
        return choose(id, false, new Cause(Kind.ACTIVATED, who, why));
    }

    /** Serves a revision whatever the source has. */
    public Revision pin(String id, String who, String why) throws Unfit {
        return choose(id, true, new Cause(Kind.PINNED, who, why));
    }

    /** Serves what was served before what is served now came to be. */
    public Revision rollBack(String who, String why) throws Unfit {
        return turn.soon(() -> choose(previous(), false, new Cause(Kind.ROLLED_BACK, who, why)));
    }

    /** Leaves it to the source again what is served. */
    public void unpin(String who, String why) {
        turn.soon(() -> {
            Choice choice = history.choice();
            Cause cause = new Cause(Kind.UNPINNED, who, why);
            history.choose(
                    new Choice(Optional.empty(), false, "", 0, choice.version()),
                    activate.activation(serve.current(), cause));
            decide.decide();
            return true;
        });
    }

    private Revision choose(String id, boolean pinned, Cause cause) throws Unfit {
        return turn.soon(() -> {
            Choice choice = history.choice();
            Bundle bundle = history.bundle(id).orElseThrow(() -> missing(id));
            return activate.choose(
                    bundle,
                    new Choice(Optional.of(id), pinned, head(), 0, choice.version()),
                    cause);
        });
    }

    private static NoSuchElementException missing(String id) {
        return new NoSuchElementException(
                "no revision %s is kept that could be served".formatted(id));
    }

    /** What the source has, or had when it was there. */
    private String head() {
        return head.id().isEmpty()
                ? activations().stream()
                        .filter(each -> each.kind() == Kind.FOLLOWED)
                        .map(Activation::revision)
                        .findFirst()
                        .orElse("")
                : head.id();
    }

    private String previous() {
        String current = serve.current();
        return activations().stream()
                .filter(each -> each.revision().equals(current) && FORWARD.contains(each.kind()))
                .map(Activation::from)
                .filter(from -> !from.isEmpty() && !from.equals(current))
                .findFirst()
                .orElseThrow(() ->
                        new NoSuchElementException(
                                "nothing was served before revision '%s'".formatted(current)));
    }

    private List<Activation> activations() {
        return history.activations(RECENT, 0);
    }
}
