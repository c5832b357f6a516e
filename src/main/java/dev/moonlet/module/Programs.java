package dev.moonlet.module;

import dev.moonlet.lua.FunctionName;
import dev.moonlet.lua.Limits;
import dev.moonlet.lua.StatePool;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/** The programs of a revision, one for each profile that is asked for. */
public final class Programs {

    private final Profiles profiles;
    private final Starter starter;
    private final Limits caps;
    private final Map<String, ProfileProgram> programs = new ConcurrentHashMap<>();

    /** Starts programs of a bundle. */
    interface Starter {

        ProfileProgram start(Profile profile);

        /** States for a single use, with one script more than the bundle has. */
        StatePool startOnce(Profile profile, String name, byte[] script);
    }

    Programs(Profiles profiles, Starter starter, Limits caps) {
        this.profiles = profiles;
        this.starter = starter;
        this.caps = caps;
    }

    /** The profiles that routes may name. */
    public Profiles profiles() {
        return profiles;
    }

    /** The states of a profile's program. */
    public StatePool states(Profile profile) {
        return program(profile).states();
    }

    /** States for a script that the bundle does not have, beside all that it has. */
    StatePool statesOf(Profile profile, String name, byte[] script) {
        return starter.startOnce(profile, name, script);
    }

    /** What a script of a profile may use at most. */
    public Limits limits(Profile profile) {
        return profile.limits().cappedBy(caps);
    }

    /**
     * Why a function can't be called in a profile, if it can't: what the profile's stages name is
     * loaded, and then the function's script.
     */
    public Optional<String> obstacle(Profile profile, FunctionName function) {
        return program(profile).obstacle(function);
    }

    /** What is loaded before anybody asks for it, by profile. */
    public SequencedMap<String, List<LoadStep>> steps() {
        SequencedMap<String, List<LoadStep>> steps = new TreeMap<>();
        programs.forEach((profile, program) -> steps.put(profile, program.steps()));
        return steps;
    }

    private ProfileProgram program(Profile profile) {
        return programs.computeIfAbsent(profile.name(), _ -> starter.start(profile));
    }
}
