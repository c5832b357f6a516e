package dev.moonlet.module;

import dev.moonlet.lua.FunctionName;
import dev.moonlet.lua.Limits;
import dev.moonlet.lua.ScriptProblem;
import dev.moonlet.lua.StatePool;
import dev.moonlet.revision.Draft;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.springframework.util.function.SingletonSupplier;

/** The programs of a revision, one for each profile that is asked for. */
public final class Programs {

    private final Profiles profiles;
    private final Starter starter;
    private final Limits caps;
    private final Supplier<LoadTime> loadTime;
    private final Map<String, ProfileProgram> programs = new ConcurrentHashMap<>();

    /** What a pool goes through that is begun now. */
    private volatile Consumer<StatePool> readied = _ -> {};

    /** Starts programs of a bundle. */
    interface Starter {

        boolean hasScript(String path);

        /** What does not compile. */
        List<ScriptProblem> problems();

        ProfileProgram start(Profile profile);

        /** Makes pools, each of one state, with more scripts than the bundle has. */
        Supplier<StatePool> startOnce(Profile profile, Map<String, byte[]> more);
    }

    Programs(Profiles profiles, Starter starter, Limits caps, Duration loadTime) {
        this.profiles = profiles;
        this.starter = starter;
        this.caps = caps;
        this.loadTime = SingletonSupplier.of(() -> new LoadTime(loadTime));
    }

    /** The profiles that routes may name. */
    public Profiles profiles() {
        return profiles;
    }

    /** The states of a profile's program. */
    public StatePool states(Profile profile) {
        return program(profile).states();
    }

    /**
     * Makes pools of one state each, for scripts that the bundle does not have beside all that it
     * has.
     *
     * @param more by their path, {@code execute.lua}
     */
    public Supplier<StatePool> statesOf(Profile profile, Map<String, byte[]> more) {
        return starter.startOnce(profile, more);
    }

    /** What a script of a profile may use at most. */
    public Limits limits(Profile profile) {
        return profile.limits().cappedBy(caps);
    }

    /** Why a function's script can't be loaded, if there is none. */
    public Optional<String> missing(FunctionName function) {
        return starter.hasScript(function.script())
                ? Optional.empty()
                : Optional.of(
                        "module '%s' not found: the bundle has no lua/%s"
                                .formatted(function.module(), function.script()));
    }

    /** What of the bundle does not compile. */
    List<ScriptProblem> problems() {
        return starter.problems();
    }

    /** Why a profile does not let a script do what it says that it does; nothing of it runs. */
    public Optional<String> objection(Profile profile, FunctionName function) {
        return program(profile).objection(function);
    }

    /** Tells what a route can ask for by its function. */
    public void tell(Profile profile, FunctionName function, String route, Draft draft) {
        program(profile).tell(function, route, draft);
    }

    /** Makes the states that are to be there before anybody asks, from now on. */
    void warm() {
        readied = StatePool::warm;
        programs.values().forEach(program -> readied.accept(program.states()));
    }

    /** Lets states go as soon as nobody needs them, from now on; returns the pools there are. */
    List<StatePool> retire() {
        readied = StatePool::retire;
        List<StatePool> pools = programs.values().stream().map(ProfileProgram::states).toList();
        pools.forEach(readied);
        return pools;
    }

    /**
     * Why a function can't be called in a profile, if it can't: what the profile's stages name is
     * loaded, and then the function's script.
     */
    public Optional<String> obstacle(Profile profile, FunctionName function) {
        return program(profile).obstacle(function, loadTime.get());
    }

    /** What is loaded before anybody asks for it, by profile. */
    public SequencedMap<String, List<LoadStep>> steps() {
        SequencedMap<String, List<LoadStep>> steps = new TreeMap<>();
        programs.forEach((profile, program) -> steps.put(profile, program.steps()));
        return steps;
    }

    private ProfileProgram program(Profile profile) {
        return programs.computeIfAbsent(
                profile.name(),
                _ -> {
                    ProfileProgram program = starter.start(profile);
                    readied.accept(program.states());
                    return program;
                });
    }
}
