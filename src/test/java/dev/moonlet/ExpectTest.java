package dev.moonlet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the tests of a bundle may expect of values, and what they tell of others. */
class ExpectTest {

    private static RunningMoonlet moonlet;

    @BeforeAll
    static void start(@TempDir Path folder) throws IOException {
        new BundleFolder(folder)
                .serving("/other: {get: {x-handler: other.run}}")
                .with("lua/other.lua", "return {run = function() return 'other' end}");
        moonlet =
                RunningMoonlet.permitting(
                        folder, "moonlet.bundle.tests=report", "moonlet.isolation=request");
    }

    @AfterAll
    static void stop() {
        moonlet.close();
    }

    private static List<String> failures(String tests) {
        return new TestedBundle().failures(moonlet, tests);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "expect({b = 2, a = {'x'}}).to_equal({b = 3, a = {'x'}}) | expected {a = {\"x\"}, b = 3}, got {a = {\"x\"}, b = 2}, which differs at b",
                "expect({}).to_be({}) | expected the same table (to_equal compares what is in two tables), got {}",
                "expect({1}).never.to_equal({1}) | expected anything but {1}, got {1}",
                "expect(nil).never.to_be_nil() | expected anything but nil, got nil",
                "expect(false).to_be_truthy() | expected a true value, got false",
                "expect('abc').to_contain('d') | expected something that contains \"d\", got \"abc\"",
                "expect({1, {2}}).to_contain({3}) | expected something that contains {3}, got {1, {2}}",
                "expect('abc').to_match('^b') | expected a text that matches \"^b\", got \"abc\"",
                "expect('abc').to_match('[') | malformed pattern (missing ']')",
                "expect(1.5).to_be_near(1.4, 0.01) | expected 1.4 ± 0.01, got 1.5",
                "expect({1, 2}).to_have_length(3) | expected something of length 3, got {1, 2} of length 2",
                "expect(function() end).to_fail() | expected a failure, got none",
                "expect(function() error('oh', 0) end).to_fail('no') | expected a failure that matches \"no\", got \"oh\"",
                "expect(function() return nil, require('errors').new{kind = 'Timeout', message = 'late'} end).to_fail_with_kind('NotFound') | expected a failure of kind \"NotFound\", got \"Timeout\": late",
                "expect(1):to_be(1) | write expect(value).to_be(…) with a dot",
                "it('more', function() end) | it can't stand within it: it begins when the file has been read",
                "error({code = 4}) | {code = 4}",
                "error(require('errors').new('no order')) | no order",
                "coroutine.yield() | tests:suite.run has yielded, and nothing is left that could resume it",
            })
    void showsWhatWasExpectedAndWhatThereIs(String body, String reason) {
        assertThat(failures(TestedBundle.it(body)))
                .containsExactly("lua/tests/some_test.lua:1: tries: " + reason);
    }

    @Test
    void passesWhatIsAsExpected() {
        assertThat(
                        failures(
                                """
                                it("holds", function()
                                  local cycle, other = {}, {}
                                  cycle.self, other.self = cycle, other
                                  expect(cycle).to_equal(other)
                                  expect(1).to_equal(1.0)
                                  expect("a.b").to_contain(".")
                                  expect({ "a", { 2 } }).to_contain({ 2 })
                                  expect(nil).to_be_nil()
                                  expect(0).to_be_truthy()
                                  expect(0.1 + 0.2).to_be_near(0.3)
                                  expect("four").to_have_length(4)
                                  expect(function() error("oh") end).to_fail("oh$")
                                  expect(function() end).never.to_fail()
                                  local errors = require "errors"
                                  local function missing() return nil, errors.new { kind = "NotFound", message = "no" } end
                                  expect(missing).to_fail_with_kind("NotFound")
                                end)
                                """))
                .isEmpty();
    }
}
