package dev.moonlet.module;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.moonlet.lua.Limits;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.luaj.vm2.LuaValue;

/** Which modules scripts get, when these begin, and what is said of those that can't be had. */
class RequireTest {

    private final List<String> begun = Collections.synchronizedList(new ArrayList<>());

    private Module module(String name, String... needs) {
        return () ->
                Definition.of(name, "")
                        .needs(needs)
                        .with("name", LuaValue.valueOf(name))
                        .begins(() -> begun.add(name));
    }

    private static String failure(TestKit kit, String module) {
        return String.valueOf(kit.run("return select(2, pcall(require, '%s'))".formatted(module)));
    }

    @Test
    void beginsNothingThatNobodyAsksFor() {
        TestKit kit = TestKit.of(module("a"), module("b"));

        kit.run("return 1");
        assertThat(begun).isEmpty();

        kit.run("return require 'a'.name");
        assertThat(begun).containsExactly("a");
    }

    @Test
    void beginsWhatAModuleNeedsBefore() {
        TestKit kit =
                TestKit.of(
                        module("top", "left", "right"),
                        module("left", "base"),
                        module("right", "base"),
                        module("base"));

        assertThat(kit.run("return require 'top'.name")).isEqualTo("top");
        assertThat(begun).containsExactly("base", "left", "right", "top");
    }

    @Test
    void beginsAModuleOnceHoweverManyStatesAskAtOnce() throws InterruptedException {
        CountDownLatch go = new CountDownLatch(1);
        TestKit kit = TestKit.of(module("a", "b"), module("b"));
        AtomicInteger right = new AtomicInteger();
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < 32; i++) {
            threads.add(
                    Thread.startVirtualThread(() -> {
                        awaitNow(go);
                        if ("a".equals(kit.run("return require 'a'.name"))) {
                            right.incrementAndGet();
                        }
                    }));
        }
        go.countDown();
        for (Thread thread : threads) {
            thread.join();
        }

        assertThat(right).hasValue(32);
        assertThat(begun).containsExactly("b", "a");
    }

    @Test
    void triesAgainWhatHasFailedToBegin() {
        AtomicInteger times = new AtomicInteger();
        TestKit kit =
                TestKit.of(() ->
                        Definition.of("flaky", "")
                                .begins(() -> {
                                    if (times.incrementAndGet() < 3) {
                                        throw new IllegalStateException("no luck");
                                    }
                                }));

        assertThat(failure(kit, "flaky")).endsWith("module 'flaky' initialization failed: no luck");
        assertThat(failure(kit, "flaky")).endsWith("module 'flaky' initialization failed: no luck");
        assertThat(kit.run("return type(require 'flaky')")).isEqualTo("table");
        assertThat(kit.run("return type(require 'flaky')")).isEqualTo("table");
        assertThat(times).hasValue(3);
    }

    @Test
    void keepsNoScriptWaitingBeyondItsLimits() {
        CountDownLatch go = new CountDownLatch(1);
        Limits limits = Limits.NONE.withTime(Duration.ofMillis(50));
        TestKit kit = TestKit.of(() -> Definition.of("slow", "").begins(go::await));

        assertThatThrownBy(() ->
                        kit.in(new Profile("short", Set.of("slow"), limits)).run("require 'slow'"))
                .hasMessageContaining("killed: the limit of time is 50 ms");

        go.countDown();
        assertThat(
                        kit.in(new Profile("long", Set.of("slow"), Limits.NONE))
                                .run("return type(require 'slow')"))
                .isEqualTo("table");
    }

    @Test
    void namesWhatCanNotBeHad() {
        TestKit kit =
                TestKit.of(
                        module("a", "b"),
                        module("b", "c"),
                        module("c", "a"),
                        module("lonely", "nobody"));

        assertThat(failure(kit, "x")).endsWith("module 'x' not found");
        assertThat(failure(kit, "lonely"))
                .endsWith("module 'lonely' has missing dependency: nobody");
        assertThat(failure(kit, "a")).endsWith("circular dependency: a -> b -> c -> a");
        assertThat(failure(kit, "b")).endsWith("circular dependency: b -> c -> a -> b");
        assertThat(begun).isEmpty();
    }

    @Test
    void refusesWhatAProfileDoesNotAllow() {
        TestKit kit =
                TestKit.of(module("a"), module("b"))
                        .in(new Profile("narrow", Set.of("a"), Limits.NONE));

        assertThat(kit.run("return require 'a'.name")).isEqualTo("a");
        assertThat(failure(kit, "b")).endsWith("module 'b' is not allowed in profile 'narrow'");
        assertThat(begun).containsExactly("a");
    }

    @Test
    void looksForTheModulesOfAGroupWhenTheyAreRead() {
        Module net =
                () ->
                        Definition.of("net", "What is far.")
                                .member("web", "net.web")
                                .member("no", "x");
        TestKit kit = TestKit.of(net, module("net.web"));

        assertThat(
                        kit.run(
                                "local net = require 'net' return net._meta.name, net._meta.description"))
                .isEqualTo(List.of("net", "What is far."));
        assertThat(begun).isEmpty();

        assertThat(
                        kit.run(
                                """
                                local net = require 'net'
                                return net.web == net.web, net.web == require 'net.web', net.web.name,
                                  net.other == nil, pcall(rawset, net, 'web', 1)\
                                """))
                .asInstanceOf(InstanceOfAssertFactories.LIST)
                .startsWith(true, true, "net.web", true, false);
        assertThat(begun).containsExactly("net.web");
        assertThat(kit.run("return select(2, pcall(function() return require 'net'.no end))"))
                .asString()
                .endsWith("module 'x' not found");
    }

    @Test
    void opensNoGroupToWhatAProfileForbids() {
        TestKit kit =
                TestKit.of(() -> Definition.of("net", "").member("web", "web"), module("web"))
                        .in(new Profile("narrow", Set.of("net"), Limits.NONE));

        assertThat(kit.run("return select(2, pcall(function() return require 'net'.web end))"))
                .asString()
                .endsWith("module 'web' is not allowed in profile 'narrow'");
    }

    @Test
    void takesNoModulesOfOneName() {
        assertThatThrownBy(() -> TestKit.of(module("a"), module("a")))
                .hasMessage("two modules are named 'a': rename one");
    }

    private static void awaitNow(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }
}
