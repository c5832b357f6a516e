package dev.moonlet.module;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.moonlet.operation.Operation;
import dev.moonlet.revision.Bundle;
import dev.moonlet.revision.Draft;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.luaj.vm2.LuaValue;

/** Profiles say which modules scripts may have, and scripts see their own. */
class ProfilesTest {

    private static final List<Module> INSTALLED =
            List.of(
                    () -> Definition.of("sums", "").classes(ModuleClass.DETERMINISTIC),
                    () ->
                            Definition.of("web", "")
                                    .classes(ModuleClass.NETWORK)
                                    .with(
                                            ModuleFunction.named("get")
                                                    .asks(
                                                            Get.class,
                                                            _ -> new Get(),
                                                            _ -> LuaValue.TRUE)));

    private record Get() implements Operation {}

    private Draft draft = draft("{}");

    private static Draft draft(String yaml) {
        return new Draft(
                new Bundle("here", "1", Map.of("config/profiles.yaml", yaml.getBytes(UTF_8))));
    }

    private Profiles read(String yaml) {
        draft = draft(yaml);
        return ReadProfiles.ofBundle(
                new Modules(INSTALLED, Forbidden.NOTHING), new Profiles(), draft);
    }

    private static @Nullable Object run(Profile profile, String script) {
        return TestKit.of(INSTALLED.toArray(Module[]::new)).in(profile).run(script);
    }

    private Profile only(String yaml) {
        Profile profile = read(yaml).named("mine").orElseThrow();
        assertThat(draft.problems()).isEmpty();
        return profile;
    }

    @Test
    void areThreeWithoutABundlesOwn() {
        assertThat(read("{}").names()).isEqualTo("full, minimal, standard");
    }

    @Test
    void takeOverWhatTheyDoNotChange() {
        Profile mine =
                only(
                        """
                        mine:
                          extends: full
                          modules: [sums]
                          limits: {time: 90s, memory: 300MB}
                          pool: {max: 3}
                        """);

        assertThat(mine.modules()).containsExactly("sums");
        assertThat(mine.limits().time()).isEqualTo(Duration.ofSeconds(90));
        assertThat(mine.limits().memory()).isEqualTo(300L << 20);
        assertThat(mine.limits().cpu()).isEqualTo(Duration.ofSeconds(30));
        assertThat(mine.features()).containsExactlyInAnyOrder(Feature.ASYNC, Feature.DEBUG);
        assertThat(mine.pool().max()).hasValue(3);
    }

    @Test
    void mayChangeTheBuiltInOnes() {
        Profile standard = read("standard: {modules: [web]}").named("standard").orElseThrow();

        assertThat(standard.modules()).containsExactly("web");
        assertThat(standard.limits().memory()).isEqualTo(50L << 20);
    }

    @Test
    void forbidWholeClasses() {
        Profile mine = only("mine: {extends: full, forbid: [network]}");

        assertThat(run(mine, "return type(require 'sums')")).isEqualTo("table");
        assertThatThrownBy(() -> run(mine, "require 'web'"))
                .hasMessage(
                        "test.lua:1: module 'web' is not allowed in profile 'mine', which forbids"
                                + " the class network");
    }

    @Test
    void allowOnlySomeClasses() {
        Profile mine = only("mine: {modules: ['*'], classes: [deterministic]}");

        assertThat(run(mine, "return type(require 'sums')")).isEqualTo("table");
        assertThatThrownBy(() -> run(mine, "require 'web'"))
                .hasMessageContaining("forbids the class network");
    }

    @Test
    void areThreeWithTheirFigures() {
        Profiles built = new Profiles();

        assertFigures(built.named("minimal").orElseThrow(), 1, 10, Feature.SANDBOX);
        assertFigures(
                built.named("standard").orElseThrow(), 10, 50, Feature.SANDBOX, Feature.ASYNC);
        assertFigures(built.named("full").orElseThrow(), 30, 200, Feature.ASYNC, Feature.DEBUG);
        assertThat(built.named("full").orElseThrow().modules()).containsExactly("*");
    }

    private static void assertFigures(
            Profile profile, int seconds, int megabytes, Feature... features) {
        assertThat(profile.limits().time()).isEqualTo(Duration.ofSeconds(seconds));
        assertThat(profile.limits().memory()).isEqualTo((long) megabytes << 20);
        assertThat(profile.features()).containsExactlyInAnyOrder(features);
        assertThat(profile.stages())
                .extracting(Stage::name, Stage::priority, Stage::timeout)
                .containsExactly(
                        tuple("critical", 1, Duration.ofSeconds(5)),
                        tuple("standard", 2, Duration.ofSeconds(10)),
                        tuple("optional", 3, Duration.ofSeconds(15)));
    }

    @Test
    void letScriptsHaveWhatIsSafeInAWorkflow() {
        Profile mine = only("mine: {modules: ['*'], features: [async, workflow-safe]}");

        assertThat(run(mine, "return type(require 'sums')")).isEqualTo("table");
        assertThatThrownBy(() -> run(mine, "require 'web'"))
                .hasMessageContaining(
                        "module 'web' is not allowed in profile 'mine', for it is not"
                                + " workflow-safe");
        assertThat(ModuleClass.areWorkflowSafe(Set.of(ModuleClass.TIME, ModuleClass.WORKFLOW)))
                .isTrue();
        assertThat(ModuleClass.areWorkflowSafe(Set.of(ModuleClass.WORKFLOW, ModuleClass.IO)))
                .isFalse();
        assertThat(ModuleClass.areWorkflowSafe(Set.of(ModuleClass.NONDETERMINISTIC))).isFalse();
    }

    @Test
    void letNobodyWaitWithoutTheFeature() {
        Profile mine = only("mine: {modules: [web], features: [sandbox]}");

        assertThatThrownBy(() -> run(mine, "require 'web'"))
                .hasMessageContaining(
                        "module 'web' is not allowed in profile 'mine', which lacks the feature"
                                + " async");
    }

    @Test
    void areSeenByScripts() {
        Profile mine = only("mine: {limits: {memory: 7MB}, features: [async]}");

        assertThat(
                        run(
                                mine,
                                """
                                return PROFILE, profile.name, profile.memory_limit,
                                  profile.features.async, profile.features.sandbox,
                                  pcall(function() profile.name = 'x' end)\
                                """))
                .asInstanceOf(InstanceOfAssertFactories.LIST)
                .startsWith("mine", "mine", 7L << 20, true, false, false);
    }

    @Test
    void traceWhereTheyDebug() {
        TestKit loud = TestKit.of().in(only("mine: {features: [debug]}"));
        TestKit quiet = TestKit.of().in(only("mine: {features: []}"));

        loud.run("trace('one') trace(2)");
        quiet.run("trace('one') trace(2)");

        assertThat(loud.printed()).containsExactly("[TRACE] one", "[TRACE] 2");
        assertThat(quiet.printed()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    mine: {extends: nobody} | :1 at /mine/extends: profile 'nobody' is unknown here; known are full, minimal, standard
                    mine: {modules: [nothing]} | :1 at /mine/modules/0: no module is named 'nothing'; there are sums, web
                    mine: {modules: sums} | :1 at /mine/modules: is not a list: write [one, another]
                    mine: {classes: [good]} | :1 at /mine/classes/0: is unknown; known are deterministic, nondeterministic, time, encoding, io, network, storage, process, security, workflow
                    mine: {features: [magic]} | :1 at /mine/features/0: is unknown; known are sandbox, async, debug, workflow-safe
                    mine: {limits: {speed: 1}} | :1 at /mine/limits/speed: is no limit; known are: time, cpu, stream, memory, string, coroutines, output
                    mine: {pool: {max: 0}} | :1 at /mine/pool/max: has to be a number, 1 at least
                    mine: {module: [sums]} | :1 at /mine/module: is not known here; is it misspelt?
                    """)
    void sayWhatIsWrong(String yaml, String problem) {
        Profiles profiles = read(yaml);

        assertThat(profiles.named("mine")).isEmpty();
        assertThat(draft.problems()).singleElement().hasToString("config/profiles.yaml" + problem);
    }
}
