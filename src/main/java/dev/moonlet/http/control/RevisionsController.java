package dev.moonlet.http.control;

import dev.moonlet.revision.Difference;
import dev.moonlet.revision.Report;
import dev.moonlet.revision.activation.Operate;
import dev.moonlet.revision.activation.Standing;
import dev.moonlet.revision.activation.Unfit;
import dev.moonlet.revision.history.Activation;
import dev.moonlet.revision.history.History;
import dev.moonlet.revision.history.KeptRevision;
import dev.moonlet.revision.history.Summary;
import java.security.Principal;
import java.util.List;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Revisions and activations: what there were, and what is to be served. */
@RestController
@RequestMapping("/moonlet/revisions")
final class RevisionsController {

    private static final int MOST = 200;
    private static final int LONGEST = 1_000;

    /** Stands for the revision that is served. */
    private static final String CURRENT = "current";

    private final Operate operate;
    private final History history;

    RevisionsController(Operate operate, History history) {
        this.operate = operate;
        this.history = history;
    }

    /** The newest first, and how the service stands. */
    record Revisions(Standing standing, List<Summary> revisions) {}

    /** What an operator says of a change. */
    record Reason(@Nullable String why) {}

    @GetMapping
    Revisions list(
            @RequestParam(defaultValue = "50") int limit,
            @RequestParam(defaultValue = "0") long before) {
        return new Revisions(operate.standing(), history.list(Math.clamp(limit, 1, MOST), before));
    }

    @GetMapping("/activations")
    List<Activation> activations(
            @RequestParam(defaultValue = "50") int limit,
            @RequestParam(defaultValue = "0") long before) {
        return history.activations(Math.clamp(limit, 1, MOST), before);
    }

    @GetMapping("/{id}")
    KeptRevision show(@PathVariable String id) {
        String revision = id.equals(CURRENT) ? operate.standing().serving() : id;
        return history.find(revision)
                .orElseThrow(() ->
                        new NoSuchElementException("no revision '%s' is kept".formatted(revision)));
    }

    @GetMapping("/{id}/report")
    Report report(@PathVariable String id) {
        return show(id).report();
    }

    @GetMapping("/{id}/diff/{other}")
    Difference diff(@PathVariable String id, @PathVariable String other) {
        KeptRevision before = show(id);
        KeptRevision after = show(other);
        return Difference.of(before.files(), before.traits(), after.files(), after.traits());
    }

    @PostMapping("/{id}/activate")
    Standing activate(
            @PathVariable String id,
            @RequestBody(required = false) @Nullable Reason reason,
            Principal operator)
            throws Unfit {
        operate.activate(id, operator.getName(), why(reason));
        return operate.standing();
    }

    @PostMapping("/{id}/pin")
    Standing pin(
            @PathVariable String id,
            @RequestBody(required = false) @Nullable Reason reason,
            Principal operator)
            throws Unfit {
        String revision = id.equals(CURRENT) ? operate.standing().serving() : id;
        operate.pin(revision, operator.getName(), why(reason));
        return operate.standing();
    }

    @PostMapping("/unpin")
    Standing unpin(@RequestBody(required = false) @Nullable Reason reason, Principal operator) {
        operate.unpin(operator.getName(), why(reason));
        return operate.standing();
    }

    @PostMapping("/roll-back")
    Standing rollBack(@RequestBody(required = false) @Nullable Reason reason, Principal operator)
            throws Unfit {
        operate.rollBack(operator.getName(), why(reason));
        return operate.standing();
    }

    private static String why(@Nullable Reason reason) {
        String why = reason == null || reason.why() == null ? "" : reason.why();
        if (why.length() > LONGEST) {
            throw new IllegalArgumentException("'why' may have %d characters".formatted(LONGEST));
        }
        return why;
    }
}
