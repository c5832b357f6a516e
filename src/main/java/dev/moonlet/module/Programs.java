package dev.moonlet.module;

import dev.moonlet.lua.Failure;
import dev.moonlet.lua.FunctionName;
import dev.moonlet.lua.Limits;
import dev.moonlet.lua.PoolExhausted;
import dev.moonlet.lua.State;
import dev.moonlet.lua.StatePool;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/** The programs of a revision, one for each profile that is asked for. */
public final class Programs {

    /** What a script may take to load, whatever its profile: many may be tried at a start. */
    private static final Limits LOADING = Limits.NONE.withTime(Duration.ofSeconds(2));

    private final Profiles profiles;
    private final Function<Profile, StatePool> start;
    private final Limits caps;
    private final Map<String, StatePool> pools = new ConcurrentHashMap<>();

    /** What loading a script came to: one that never ends is not tried again for its next route. */
    private final Map<Script, Optional<String>> loads = new ConcurrentHashMap<>();

    Programs(Profiles profiles, Function<Profile, StatePool> start, Limits caps) {
        this.profiles = profiles;
        this.start = start;
        this.caps = caps;
    }

    /** The profiles that routes may name. */
    public Profiles profiles() {
        return profiles;
    }

    /** The states of a profile's program. */
    public StatePool states(Profile profile) {
        return pools.computeIfAbsent(profile.name(), _ -> start.apply(profile));
    }

    /** What a script of a profile may use at most. */
    public Limits limits(Profile profile) {
        return profile.limits().cappedBy(caps);
    }

    /** Why a function can't be called in a profile, if it can't: its script is loaded to see. */
    public Optional<String> obstacle(Profile profile, FunctionName function) {
        Script script = new Script(profile.name(), function.module());
        Optional<String> failedLoad = loads.get(script);
        if (failedLoad == null) {
            failedLoad = trial(profile, state -> state.load(function.module(), loading(profile)));
            loads.put(script, failedLoad);
        }
        return failedLoad.isPresent()
                ? failedLoad
                : trial(profile, state -> state.find(function, loading(profile)));
    }

    private Limits loading(Profile profile) {
        return LOADING.cappedBy(limits(profile));
    }

    private Optional<String> trial(Profile profile, Function<State, Optional<Failure>> attempt) {
        StatePool states = states(profile);
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

    private record Script(String profile, String module) {}
}
