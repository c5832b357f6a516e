package dev.moonlet.module;

import static dev.moonlet.module.TrialBundle.obstacle;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What a bundle may not have is found before anything of it runs, and the operator has his way. */
class PermittedModulesTest {

    private final TrialBundle bundle = new TrialBundle();

    @Test
    void findModulesThatScriptsMayNotHaveWithoutRunningThem() {
        bundle.with("lua/hello.lua", "return {greet = function() return require 'lib.a' end}");
        bundle.with("lua/lib/a.lua", "return {f = function()\n return require('two') end}");
        Programs programs = bundle.load("mine: {modules: [one]}");

        assertThat(obstacle(programs))
                .hasValue("lib/a.lua:2: module 'two' is not allowed in profile 'mine'");
        assertThat(bundle.begun).isEmpty();
    }

    @Test
    void findModulesThatAreNotThere() {
        bundle.with("lua/hello.lua", "return {greet = function()\n return require 'nothing' end}");

        assertThat(obstacle(bundle.load("mine: {modules: [one]}")))
                .hasValue("hello.lua:2: module 'nothing' not found");
    }

    @Test
    void letScriptsTryWhatMayNotBeThere() {
        bundle.with(
                "lua/hello.lua",
                "return {greet = function() return pcall(require, 'nothing') end}");

        assertThat(obstacle(bundle.load("mine: {modules: [one]}"))).isEmpty();
    }

    @Test
    void obeyTheOperator() {
        bundle.set("moonlet.forbid.modules", "two");
        bundle.with("lua/hello.lua", "return {greet = function() return require 'two' end}");

        assertThat(obstacle(bundle.load("mine: {modules: ['*']}")))
                .hasValue(
                        "hello.lua:1: module 'two' is forbidden by the operator"
                                + " (moonlet.forbid.modules)");

        bundle.set("moonlet.forbid.modules", "").set("moonlet.forbid.classes", "deterministic");
        assertThat(obstacle(bundle.load("mine: {modules: ['*']}")))
                .hasValue(
                        "hello.lua:1: module 'two' has a class that the operator forbids"
                                + " (moonlet.forbid.classes)");
    }

    @Test
    void takeProfilesFromTheOperator() {
        bundle.set("moonlet.profiles.mine.extends", "minimal");
        bundle.set("moonlet.profiles.mine.modules", "one,two");
        bundle.set("moonlet.profiles.mine.limits.time", "90s");
        bundle.set("moonlet.profiles.mine.pool.max", "3");
        bundle.set("moonlet.profiles.mine.stages.critical.required", "one");
        Programs programs = bundle.load("{}");
        Profile mine = programs.profiles().named("mine").orElseThrow();

        assertThat(mine.modules()).containsExactlyInAnyOrder("one", "two");
        assertThat(mine.limits().time()).isEqualTo(Duration.ofSeconds(90));
        assertThat(programs.limits(mine).time()).isEqualTo(Duration.ofSeconds(30));
        assertThat(mine.limits().memory()).isEqualTo(10L << 20);
        assertThat(mine.pool().max()).hasValue(3);
        assertThat(obstacle(programs)).isEmpty();
        assertThat(bundle.begun).containsExactly("one");
    }

    @Test
    void keepBundlesFromChangingTheOperatorsProfiles() {
        bundle.set("moonlet.profiles.mine.modules", "one");
        Programs programs = bundle.load("mine: {modules: ['*']}\nother: {extends: mine}\n");

        assertThat(bundle.problems)
                .singleElement()
                .hasToString(
                        "config/profiles.yaml:1 at /mine: is the operator's profile: give yours a"
                                + " name of its own, and let it extend this one");
        assertThat(programs.profiles().named("other").orElseThrow().modules())
                .containsExactly("one");
    }

    @Test
    void refuseProfilesOfTheOperatorThatAreWrong() {
        bundle.set("moonlet.profiles.mine.modules", "nothing");

        assertThatThrownBy(() -> bundle.load("{}"))
                .hasMessage(
                        "moonlet.profiles at /mine/modules/0: no module is named 'nothing'; there"
                                + " are failing, hanging, one, three, two");
    }
}
