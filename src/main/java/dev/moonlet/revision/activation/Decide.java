package dev.moonlet.revision.activation;

import dev.moonlet.revision.Bundle;
import dev.moonlet.revision.Fetched;
import dev.moonlet.revision.Revision;
import dev.moonlet.revision.history.Activation;
import dev.moonlet.revision.history.Activation.Kind;
import dev.moonlet.revision.history.Choice;
import dev.moonlet.revision.history.History;
import dev.moonlet.revision.history.HistoryCorrupt;
import dev.moonlet.revision.history.HistoryFailed;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Decides between what the source has and what operators have chosen: a choice holds until the
 * source has something new, or, if it is pinned, until it is taken back.
 */
@Component
final class Decide {

    private static final Logger LOG = LoggerFactory.getLogger(Decide.class);

    private static final int RECENT = 20;

    private final Head head;
    private final Activate activate;
    private final History history;
    private final Serve serve;
    private final Turn turn;

    /** What could not be restored; it is not tried again until something else is served. */
    private final Set<String> vain = new HashSet<>();

    private boolean gone;
    private boolean unkept;
    private long known;

    Decide(Head head, Activate activate, History history, Serve serve, Turn turn) {
        this.head = head;
        this.activate = activate;
        this.history = history;
        this.serve = serve;
        this.turn = turn;
    }

    /** Looks at both, and has served what is to be served. */
    void decide() {
        turn.take(() -> decide(head.look()));
    }

    /** The same without a look at the source. */
    void decideAsItWas() {
        turn.take(() -> decide(head.failure().isEmpty()));
    }

    private void decide(boolean reached) {
        serve.wanted(head.id());
        try {
            Choice choice = history.choice();
            renew(choice);
            keepLate();
            if (!holds(choice, reached)) {
                follow(choice);
            }
            if (holds(choice, reached)) {
                restore(choice.revision().orElseThrow(), "an operator has chosen it");
            }
            if (serve.current().isEmpty()) {
                restoreLast();
            }
            gone = false;
        } catch (HistoryFailed failed) {
            tell(failed);
            serveUnkept();
        }
    }

    /** Better what the source has than nothing. */
    private void serveUnkept() {
        Optional<Fetched> news = head.news();
        if (serve.current().isEmpty() && news.isPresent()) {
            activate.takeUnkept(news.get(), head.took());
            unkept = !serve.current().isEmpty();
            head.settled();
        }
    }

    /** What an operator has chosen anew is tried anew. */
    private void renew(Choice choice) {
        if (choice.version() != known) {
            vain.clear();
        }
        known = choice.version();
    }

    private void keepLate() {
        if (unkept) {
            activate.keep(serve.revision());
            unkept = false;
        }
    }

    /** What is refused takes nothing from a choice. */
    private boolean holds(Choice choice, boolean reached) {
        return choice.revision().isPresent()
                && (choice.pinned()
                        || !reached
                        || head.id().equals(choice.head())
                        || head.id().equals(serve.refused()));
    }

    private void follow(Choice choice) {
        Optional<Fetched> news = head.news();
        if (news.isEmpty() && isOvertaken(choice)) {
            head.forget();
            news = head.look() ? head.news() : Optional.empty();
        }
        if (news.isEmpty()) {
            return;
        }
        if (!head.id().equals(serve.current())) {
            Revision taken = activate.take(news.get(), head.took(), choice);
            if (!taken.report().refused()) {
                vain.clear();
            }
        }
        head.settled();
    }

    /** Whether something else is served than the source has, though nobody wants it any more. */
    private boolean isOvertaken(Choice choice) {
        return choice.revision().isEmpty()
                && !head.id().isEmpty()
                && !head.id().equals(serve.current())
                && !head.id().equals(serve.refused());
    }

    private void restore(String id, String why) {
        head.settled();
        if (id.equals(serve.current()) || vain.contains(id)) {
            return;
        }
        try {
            Optional<Bundle> bundle = history.bundle(id);
            if (bundle.isPresent()) {
                activate.restore(bundle.get(), new Cause(Kind.RESTORED, "", why));
                vain.clear();
            } else {
                giveUp(id, "revision %s is not kept, so it can't be served".formatted(id));
            }
        } catch (Unfit | HistoryCorrupt unusable) {
            giveUp(id, unusable.getMessage());
        }
    }

    private void giveUp(String id, @Nullable String why) {
        vain.add(id);
        LOG.error("{}", why);
    }

    /** The source is gone, or has nothing that can be served: what was served last is. */
    private void restoreLast() {
        history.activations(RECENT, 0).stream()
                .map(Activation::revision)
                .distinct()
                .takeWhile(_ -> serve.current().isEmpty())
                .forEach(id -> restore(id, "what the source has can't be served"));
    }

    /** A database that is gone is told of once, not each time. */
    private void tell(HistoryFailed failed) {
        if (!gone) {
            LOG.error("{}; what is served stays", failed.getMessage());
        }
        gone = true;
    }
}
