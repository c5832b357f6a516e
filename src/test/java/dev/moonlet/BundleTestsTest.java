package dev.moonlet;

import static dev.moonlet.TestedBundle.it;
import static org.assertj.core.api.Assertions.assertThat;

import dev.moonlet.revision.Step;
import dev.moonlet.revision.StepReport;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The tests that a bundle has of its own run before it is served. */
class BundleTestsTest {

    private static RunningMoonlet moonlet;

    private final TestedBundle bundle = new TestedBundle();

    @BeforeAll
    static void start(@TempDir Path folder) throws IOException {
        new BundleFolder(folder)
                .serving("/other: {get: {x-handler: other.run}}")
                .with("lua/other.lua", "return {run = function() return 'other' end}");
        moonlet =
                RunningMoonlet.permitting(
                        folder,
                        "moonlet.bundle.tests=report",
                        "moonlet.bundle.tests-time=5s",
                        "moonlet.bundle.mode=strict");
    }

    @AfterAll
    static void stop() {
        moonlet.close();
    }

    private List<String> failures(String tests) {
        return bundle.failures(moonlet, tests);
    }

    @Test
    void tellsTheLineOfWhatWasExpected() {
        assertThat(
                        failures(
                                """
                                describe("money", function()
                                  describe("of some", function()
                                    it("adds cents", function()
                                      expect(1 + 2).to_be(3)
                                      expect(1 + 3).to_be(3)
                                    end)
                                  end)
                                  it("is fine", function() expect({1}).to_equal({1}) end)
                                  it("fails elsewhere", function()
                                    require("hello").greet({})
                                  end)
                                end)
                                """))
                .containsExactly(
                        "lua/tests/some_test.lua:5: money of some adds cents: expected 3, got 4",
                        "lua/tests/some_test.lua:9: money fails elsewhere: hello.lua:2: attempt to index a nil value (field 'params')");
    }

    @Test
    void callsHandlersAndTheRoutesOfTheBundleUnderTest() {
        assertThat(
                        failures(
                                """
                                local api = require "api"
                                it("asks", function()
                                  local response = api.get("/hello/bob")
                                  expect(response.status).to_be(200)
                                  expect(response:json()).to_equal({ message = "Hello bob" })
                                  expect(api.get("/other").status).to_be(404)
                                  expect(api.get("/mine").status).to_be(401)
                                  expect(require("hello").greet({ params = { name = "ann" } }).message).to_match("ann")
                                end)
                                as("olga", { "orders:read" }, function()
                                  it("asks as somebody", function()
                                    expect(api.get("/mine"):json()).to_equal({ user = "olga" })
                                  end)
                                end)
                                """))
                .isEmpty();
    }

    @Test
    void runsWhatStandsAroundATest() {
        assertThat(
                        failures(
                                """
                                local log = {}
                                before_each(function() log[#log + 1] = "outer" end)
                                describe("block", function()
                                  before_each(function() log[#log + 1] = "inner" end)
                                  after_each(function() log[#log + 1] = "after" end)
                                  it("fails", function() error("oh") end)
                                end)
                                it("sees it", function() expect(log).to_equal({ "outer", "inner", "after", "outer" }) end)
                                """))
                .containsExactly("lua/tests/some_test.lua:6: block fails: oh");
    }

    @Test
    void waitsForWhatATestHasBegun() {
        assertThat(
                        failures(
                                """
                                local async = require "async"
                                it("sleeps", function() async.sleep(5) expect(1).to_be(2) end)
                                it("leaves a timer", function()
                                  setTimeout(function() expect("late").to_be_nil() end, 20)
                                end)
                                it("is another", function() end)
                                """))
                .containsExactly(
                        "lua/tests/some_test.lua:2: sleeps: expected 2, got 1",
                        "lua/tests/some_test.lua:4: leaves a timer: expected nil, got \"late\"");
    }

    @Test
    void keepsTestsApart() {
        bundle.with(
                "lua/tests/other_test.lua",
                """
                it("is a file of its own", function()
                  expect(leaked).to_be_nil()
                  expect(require("hello").kept).to_be_nil()
                  expect(type(describe)).to_be("function")
                end)
                """);
        bundle.with("lua/tests/a_test.lua", "describe, it = nil, nil");

        assertThat(
                        failures(
                                """
                                it("leaks", function()
                                  leaked, expect = 1, nil
                                  require("hello").kept = 1
                                end)
                                it("finds no global", function()
                                  expect(leaked).to_be_nil()
                                  expect(require("hello").kept).to_be(1)
                                end)
                                """))
                .isEmpty();
    }

    @Test
    void killsWhatPassesALimit() {
        assertThat(
                        failures(
                                """
                                -- Passes limits.
                                -- profile: quick
                                it("is endless", function()
                                  while true do end
                                end)
                                it("catches", function()
                                  pcall(function() while true do end end)
                                end)
                                it("sleeps", function()
                                  require("async").sleep("1h")
                                end)
                                it("holds too much", function()
                                  local all = {}
                                  while true do all[#all + 1] = ("x"):rep(1000) end
                                end)
                                it("goes on", function() expect(PROFILE).to_be("fast") end)
                                """))
                .satisfiesExactly(
                        first ->
                                assertThat(first)
                                        .startsWith("lua/tests/some_test.lua:4: is endless: killed")
                                        .endsWith("the limit of time is 500 ms"),
                        second -> assertThat(second).contains(":7: catches: killed"),
                        third -> assertThat(third).contains("sleeps: ", "killed"),
                        fourth -> assertThat(fourth).contains(":14: holds too much: killed"),
                        fifth ->
                                assertThat(fifth)
                                        .endsWith("goes on: expected \"fast\", got \"quick\""));
    }

    @Test
    void boundsAHundredThousand() {
        assertThat(
                        failures(
                                "for i = 1, 100000 do it('is ' .. i, function() expect(i).to_be(0) end) end"))
                .hasSizeBetween(101, 102)
                .contains("lua/tests/some_test.lua:1: is 7: expected 0, got 7")
                .element(100)
                .asString()
                .matches("lua/tests: \\d+ more have failed than these");
    }

    @Test
    void endsAllWhenTheirTimeIsOver() {
        bundle.with("lua/tests/then_test.lua", it("error('never run')"));

        assertThat(
                        failures(
                                "for i = 1, 10 do it('sleeps', function() require('async').sleep('2s') end) end"))
                .hasSize(2)
                .last()
                .isEqualTo(
                        "lua/tests/some_test.lua:1: sleeps: this test, and what is behind it, did not run: the time for all tests is over, 5000 ms (moonlet.bundle.tests-time)");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "#error('no') | :2: no",
                "expect(1).to_be(1) | :1: expect belongs into it",
                "it(1) | :1: it takes a name and a function",
                "describe('a') | :1: describe takes a name and a function",
                "require 'tests.none' | :1: module 'tests.none' not found",
                "-- profile: quick#while true do end | :2: killed: the limit of time is",
                "-- profile: none | : profile 'none' is unknown; known are full, minimal, quick, standard",
            })
    void tellsWhyAFileCanNotBeRead(String tests, String reason) {
        assertThat(failures(tests.replace('#', '\n')))
                .singleElement()
                .asString()
                .startsWith("lua/tests/some_test.lua" + reason);
    }

    @Test
    void sharesHelpersAndSkipsWhatIsPending() {
        bundle.with(
                "lua/tests/helper.lua",
                "return function(value) if value ~= 1 then error('is not one', 2) end end");

        assertThat(
                        failures(
                                """
                                local is_one = require "tests.helper"
                                it("is pending")
                                pending("is, too", function() error("never run") end)
                                it("is one", function() is_one(2) end)
                                """))
                .containsExactly("lua/tests/some_test.lua:4: is one: is not one");
    }

    @Test
    void hasACacheOfItsOwn() {
        String tests =
                it(
                        "local cache = require 'cache' expect(cache.get('k')).to_be_nil() cache.set('k', 1)"
                                + " expect(cache.get('k')).to_be(1)");

        assertThat(failures(tests)).isEmpty();
        assertThat(failures(tests)).isEmpty();
    }

    @Test
    void offersNothingOfItToHandlers() {
        bundle.with("lua/hello.lua", "describe('a', function() end)");

        assertThat(bundle.report(moonlet).problems().toString())
                .contains("attempt to call a nil value (global 'describe')");
    }

    @Test
    void refusesNothingWhereFailuresAreReported() {
        bundle.with("lua/tests/some_test.lua", it("error('oh')"));

        assertThat(bundle.report(moonlet).refused()).isFalse();
        assertThat(bundle.report(moonlet).steps())
                .filteredOn(step -> step.step() == Step.TEST)
                .singleElement()
                .satisfies(step -> {
                    assertThat(step.outcome()).isEqualTo(StepReport.Outcome.DONE);
                    assertThat(step.notes()).hasSize(1);
                });
    }
}
