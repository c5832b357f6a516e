package dev.moonlet.revision.history;

import dev.moonlet.revision.Bundle;
import dev.moonlet.revision.Revision;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.data.domain.Sort;
import org.springframework.data.jdbc.core.JdbcAggregateOperations;
import org.springframework.data.relational.core.query.Criteria;
import org.springframework.data.relational.core.query.Query;
import org.springframework.stereotype.Component;

/**
 * What all instances that share a database remember. Each method does all that it says or nothing,
 * and throws {@link HistoryFailed} if the database is not there.
 */
@Component
public final class History {

    private final Work work;
    private final Keep keep;
    private final JdbcAggregateOperations rows;
    private final HistoryProperties properties;

    History(Work work, Keep keep, JdbcAggregateOperations rows, HistoryProperties properties) {
        this.work = work;
        this.keep = keep;
        this.rows = rows;
        this.properties = properties;
    }

    /**
     * Keeps a revision as the newest, and its content unless it is refused. One of the same id is
     * replaced, but for its content if this one is refused.
     */
    public void keep(Revision revision) {
        work.write(
                "revision %s is not kept".formatted(revision.id()),
                () -> {
                    keep.keep(revision);
                    return revision;
                });
    }

    public Optional<KeptRevision> find(String id) {
        return work.read("revision %s can't be read".formatted(id), () -> keep.find(id));
    }

    /** The newest first, below a number unless that is 0. */
    public List<Summary> list(int limit, long before) {
        return work.read(
                "revisions can't be listed",
                () ->
                        newest(MoonletRevision.class, limit, before).stream()
                                .map(Keep::summary)
                                .toList());
    }

    /** What the revision was made of, if that was kept. */
    public Optional<Bundle> bundle(String id) {
        return work.read(
                "the content of revision %s can't be read".formatted(id), () -> keep.bundle(id));
    }

    /** Adds an activation, and returns its number. */
    public long activated(Activation activation) {
        return work.write("an activation is not kept", () -> add(activation));
    }

    /** The newest, of whichever instance. */
    public Optional<Activation> last() {
        return activations(1, 0).stream().findFirst();
    }

    /** The newest first, below a number unless that is 0. */
    public List<Activation> activations(int limit, long before) {
        return work.read(
                "activations can't be read",
                () ->
                        newest(MoonletActivation.class, limit, before).stream()
                                .map(MoonletActivation::activation)
                                .toList());
    }

    public Choice choice() {
        return work.read("what operators have chosen can't be read", () -> chosen().choice());
    }

    /**
     * Puts a choice in place of the one whose version it has, and adds the activation that it was
     * made by.
     *
     * @return the choice as it is kept
     * @throws HistoryConflict if that is not the one of now
     */
    public Choice choose(Choice choice, Activation activation) {
        return work.write(
                "the choice is not kept",
                () -> rows.update(MoonletChoice.of(choice, add(activation))).choice());
    }

    /**
     * Adds an activation by which the source decides again on what is served, unless something else
     * than this was chosen meanwhile.
     */
    public void followed(Activation activation, Choice choice) {
        work.write(
                "an activation is not kept",
                () -> {
                    long number = add(activation);
                    release(choice);
                    return number;
                });
    }

    private void release(Choice choice) {
        MoonletChoice now = chosen();
        if (now.version() == choice.version() && now.revision() != null) {
            Choice none = new Choice(Optional.empty(), false, "", now.activation(), now.version());
            rows.update(MoonletChoice.of(none, now.activation()));
        }
    }

    /**
     * Forgets all revisions but the newest, what is chosen and the two that were served last, and
     * returns how many.
     */
    public int prune() {
        return prune(properties.keep());
    }

    int prune(int newest) {
        return work.write("old revisions are not removed", () -> keep.prune(newest));
    }

    private long add(Activation activation) {
        return rows.insert(MoonletActivation.of(activation)).activation().number();
    }

    private MoonletChoice chosen() {
        return Objects.requireNonNull(rows.findById(MoonletChoice.ID, MoonletChoice.class));
    }

    private <R> List<R> newest(Class<R> type, int limit, long before) {
        Criteria older = Criteria.where("number").lessThan(before == 0 ? Long.MAX_VALUE : before);
        return rows.findAll(
                Query.query(older).sort(Sort.by("number").descending()).limit(limit), type);
    }
}
