package dev.moonlet.module;

import dev.moonlet.lua.Failure;
import dev.moonlet.lua.FunctionName;
import dev.moonlet.lua.Limits;
import dev.moonlet.lua.PoolExhausted;
import dev.moonlet.lua.Program.Required;
import dev.moonlet.lua.State;
import dev.moonlet.lua.StatePool;
import dev.moonlet.revision.Draft;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;

/** The program of a revision for one profile: tried before it serves. */
final class ProfileProgram {

    /** What a script may take to load, whatever its profile: many may be tried at a start. */
    private static final Limits LOADING = Limits.NONE.withTime(Duration.ofSeconds(2));

    private final Profile profile;
    private final Modules modules;
    private final CheckRequires requires;
    private final StatePool states;
    private final Limits limits;
    private final Loading loading;
    private boolean loaded;
    private Optional<String> failure = Optional.empty();

    /** What loading a script came to: one that never ends is not tried again for its next route. */
    private final Map<String, Optional<String>> loads = new HashMap<>();

    ProfileProgram(
            Profile profile,
            Modules modules,
            CheckRequires requires,
            StatePool states,
            Limits limits) {
        this.profile = profile;
        this.modules = modules;
        this.requires = requires;
        this.states = states;
        this.limits = limits;
        loading = new Loading(profile, this::load);
    }

    StatePool states() {
        return states;
    }

    List<LoadStep> steps() {
        return loading.steps();
    }

    /** Why a function is not allowed to do what it says that it does. */
    Optional<String> objection(FunctionName function) {
        return requires.objection(function.module());
    }

    /** Tells what a function can ask for. */
    void tell(FunctionName function, String route, Draft draft) {
        List<String> required =
                requires.all(function.module()).map(Required::name).distinct().toList();
        new Abilities(modules).tell("routes", route, required, draft);
    }

    /** Why a function can't be called, if it can't: its script is loaded to see. */
    synchronized Optional<String> obstacle(FunctionName function, LoadTime time) {
        if (!loaded) {
            loaded = true;
            failure = loading.run(time);
        }
        return failure.or(() ->
                        loads.computeIfAbsent(
                                function.module(),
                                module -> trial(time, (state, most) -> state.load(module, most))))
                .or(() -> trial(time, (state, most) -> state.find(function, most)));
    }

    private Optional<String> trial(
            LoadTime time, BiFunction<State, Limits, Optional<Failure>> attempt) {
        Duration most = time.atMost(LOADING.time());
        return most.isPositive()
                ? trial(state -> attempt.apply(state, LOADING.withTime(most).cappedBy(limits)))
                : Optional.of(time.over());
    }

    private Optional<String> load(String name, Duration time) {
        return modules.definition(name).isPresent()
                ? modules.obstacle(name, profile, time)
                : trial(state -> state.load(name, limits.withTime(time).cappedBy(limits)));
    }

    private Optional<String> trial(Function<State, Optional<Failure>> attempt) {
        try {
            State state = states.borrow();
            try {
                return attempt.apply(state).map(Failure::message);
            } finally {
                states.giveBack(state);
            }
        } catch (PoolExhausted exhausted) {
            return Optional.of(String.valueOf(exhausted.getMessage()));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return Optional.of("interrupted");
        }
    }
}
