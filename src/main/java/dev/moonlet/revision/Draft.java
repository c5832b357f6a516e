package dev.moonlet.revision;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A revision in the making: the bundle, the parts made of it so far, and what is wrong. */
public final class Draft {

    private final Bundle bundle;
    private final Map<Class<?>, Object> parts = new HashMap<>();
    private final List<String> served = new ArrayList<>();
    private final Traits traits = new Traits();
    private final List<Problem> problems = new ArrayList<>();
    private final List<Problem> notes = new ArrayList<>();
    private final List<StepReport> steps = new ArrayList<>();
    private boolean refused;

    public Draft(Bundle bundle) {
        this.bundle = bundle;
    }

    public Bundle bundle() {
        return bundle;
    }

    /** Names what keeps part of the bundle from being served. */
    public void report(Problem problem) {
        problems.add(problem);
    }

    /** Names what keeps all of it from being served, even where part of others is. */
    public void refuse(Problem problem) {
        refuse();
        report(problem);
    }

    void refuse() {
        refused = true;
    }

    /** Names what people should know, and what keeps nothing from being served. */
    public void note(Problem problem) {
        notes.add(problem);
    }

    /** Names a route that can be called. */
    public void serves(String route) {
        served.add(route);
    }

    /** Tells a fact that people compare revisions by. */
    public void tell(String kind, String thing, String fact, List<String> values) {
        traits.add(kind, thing, fact, values);
    }

    /** Adds a part; the revision gives it out by its class. */
    public <P> void add(Class<P> type, P part) {
        parts.put(type, part);
    }

    /** A part that an earlier preparation has made. */
    public <P> P part(Class<P> type) {
        return find(type)
                .orElseThrow(() ->
                        new IllegalStateException("no preparation has made " + type.getName()));
    }

    /** The same where it may be that none has. */
    public <P> Optional<P> find(Class<P> type) {
        return Optional.ofNullable(parts.get(type)).map(type::cast);
    }

    /** What is wrong so far. */
    public List<Problem> problems() {
        return problems;
    }

    /** What was noted since this was asked last. */
    List<Problem> takeNotes() {
        List<Problem> taken = List.copyOf(notes);
        notes.clear();
        return taken;
    }

    boolean isRefused() {
        return refused;
    }

    boolean servesNothing() {
        return served.isEmpty();
    }

    void add(StepReport step) {
        steps.add(step);
    }

    /** What is complete. */
    public Revision finish() {
        return new Revision(
                bundle,
                Map.copyOf(parts),
                List.copyOf(served),
                traits,
                new Report(refused, List.copyOf(steps)));
    }
}
