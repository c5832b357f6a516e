package dev.moonlet.module;

import dev.moonlet.invocation.Invocation;
import dev.moonlet.invocation.Invocations;
import dev.moonlet.lua.FunctionName;
import dev.moonlet.revision.Revisions;
import dev.moonlet.security.Caller;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * Calls scripts of the revision that is served, from Java: under the profile standard and on
 * nobody's behalf, unless something else is said. Values are null, Boolean, Long, Double, String,
 * List and Map in both directions, and byte arrays, other integers and floats to Lua; several
 * results are a List.
 */
@Component
public final class Scripts {

    private static final AtomicLong CALLS = new AtomicLong();

    private final Revisions revisions;
    private final Invocations invocations;
    private final Caller caller;
    private final String profile;

    @Autowired
    Scripts(Revisions revisions, Invocations invocations) {
        this(revisions, invocations, Caller.ANONYMOUS, Profile.DEFAULT);
    }

    private Scripts(Revisions revisions, Invocations invocations, Caller caller, String profile) {
        this.revisions = revisions;
        this.invocations = invocations;
        this.caller = caller;
        this.profile = profile;
    }

    /** The same on somebody's behalf. */
    public Scripts as(Caller other) {
        return new Scripts(revisions, invocations, other, profile);
    }

    /** The same under another profile. */
    public Scripts in(String other) {
        return new Scripts(revisions, invocations, caller, other);
    }

    /**
     * Calls a function of a script.
     *
     * @param script {@code lib.money} for {@code lua/lib/money.lua}
     * @throws ScriptFailed if it does not return
     */
    public @Nullable Object call(String script, String function, @Nullable Object... given) {
        Programs programs = programs();
        Profile chosen = profile(programs);
        FunctionName name = new FunctionName(script, function);
        return run(
                new Invocation<>(
                        id(),
                        caller,
                        programs.states(chosen),
                        programs.limits(chosen),
                        new ScriptCall(name, Arrays.asList(given))));
    }

    /**
     * Runs a text as a script, which may require those of the bundle.
     *
     * @throws ScriptFailed if it does not compile or does not return
     */
    public @Nullable Object execute(String source) {
        Programs programs = programs();
        Profile chosen = profile(programs);
        return run(
                new Invocation<>(
                        id(),
                        caller,
                        programs.statesOf(chosen, Map.of("execute.lua", ScriptCall.script(source)))
                                .get(),
                        programs.limits(chosen),
                        new ScriptCall(new FunctionName("execute", "run"), List.of())));
    }

    private @Nullable Object run(Invocation<ScriptCall.Result> invocation) {
        return ScriptCall.value(invocations.run(invocation));
    }

    private static String id() {
        return "java-" + CALLS.incrementAndGet();
    }

    private Programs programs() {
        return revisions.current().part(Programs.class);
    }

    private Profile profile(Programs programs) {
        return programs.profiles()
                .named(profile)
                .orElseThrow(() ->
                        new ScriptFailed(
                                "profile '%s' is unknown; known are %s"
                                        .formatted(profile, programs.profiles().names())));
    }
}
