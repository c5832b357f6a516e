package dev.moonlet.module.errors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.moonlet.lua.Limits;
import dev.moonlet.module.Profile;
import dev.moonlet.module.TestKit;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What scripts say with errors of their own. */
class ErrorsTest {

    private static final String KINDS =
            "Invalid, Unauthenticated, PermissionDenied, NotFound, AlreadyExists, Conflict,"
                    + " RateLimited, Canceled, Internal, Unknown, Unavailable, Timeout";

    private final TestKit kit = TestKit.of(new ErrorsModule());

    private @Nullable Object run(String script) {
        return kit.run("local errors = require 'errors'\n" + script);
    }

    @Test
    void areMadeOfATextOrOfFields() {
        assertThat(
                        run(
                                """
                                local plain = errors.new("no luck")
                                local full = errors.new {
                                  message = "no order 7", kind = errors.NOT_FOUND, retryable = true,
                                  details = { id = 7 },
                                }
                                return plain:message(), plain:kind(), plain:retryable(),
                                  plain:details() == nil, tostring(full), full:kind(),
                                  full:retryable(), full:details().id\
                                """))
                .isEqualTo(
                        List.of(
                                "no luck",
                                "Unknown",
                                false,
                                true,
                                "no order 7",
                                "NotFound",
                                true,
                                7L));
    }

    @Test
    void mayGoWellAnotherTimeIfTheirKindSaysSo() {
        assertThat(
                        run(
                                """
                                local function retryable(kind, value)
                                  local e = errors.new { message = "", kind = kind, retryable = value }
                                  return e:retryable()
                                end
                                return retryable(errors.TIMEOUT), retryable(errors.UNAVAILABLE),
                                  retryable(errors.TIMEOUT, false), retryable(errors.CONFLICT)\
                                """))
                .isEqualTo(List.of(true, true, false, false));
    }

    @Test
    void haveEachKindAsAConstant() {
        assertThat(
                        run(
                                """
                                local kinds = {}
                                for name, kind in pairs(errors) do
                                  if type(kind) == "string" then
                                    kinds[#kinds + 1] = kind
                                    assert(name == kind:gsub("(%l)(%u)", "%1_%2"):upper())
                                  end
                                end
                                table.sort(kinds)
                                return table.concat(kinds, ", ")\
                                """))
                .isEqualTo(String.join(", ", Arrays.stream(KINDS.split(", ")).sorted().toList()));
    }

    @Test
    void keepBytesThatAreNoText() {
        assertThat(run("return errors.new('\\xff'):message() == '\\xff'")).isEqualTo(true);
    }

    @Test
    void sayWhereTheyWereMade() {
        assertThat(
                        run(
                                """
                                local function find() return (errors.new("lost")) end
                                return (find():stack())\
                                """))
                .isEqualTo(
                        """
                        stack traceback:
                        \ttest.lua:2: in function 'find'
                        \ttest.lua:3: in function 'run'\
                        """);
    }

    @Test
    void arriveAsTheyWereRaised() {
        assertThat(
                        run(
                                """
                                local e = errors.new("no luck")
                                local fine, caught = pcall(error, e)
                                local _, again = pcall(function() error(caught, 2) end)
                                return fine, rawequal(e, caught), rawequal(e, again)\
                                """))
                .isEqualTo(List.of(false, true, true));
    }

    @Test
    void areToldIfNobodyCatchesThem() {
        assertThatThrownBy(() -> run("error(errors.new('no luck'))")).hasMessage("no luck");
    }

    @Test
    void keepWhatTheyAreInAContext() {
        assertThat(
                        run(
                                """
                                local e = errors.new {
                                  message = "no order", kind = "NotFound", retryable = true,
                                  details = 7,
                                }
                                local outer = errors.wrap(errors.wrap(e, "pay"), "checkout")
                                local text = errors.wrap("no luck", "dice")
                                return outer:message(), outer:kind(), outer:retryable(),
                                  outer:details(), e:message(), text:message(), text:kind()\
                                """))
                .isEqualTo(
                        List.of(
                                "checkout: pay: no order",
                                "NotFound",
                                true,
                                7L,
                                "no order",
                                "dice: no luck",
                                "Unknown"));
    }

    @Test
    void areOfTheirKind() {
        assertThat(
                        run(
                                """
                                local e = errors.new { message = "", kind = "NotFound" }
                                local wrapped = errors.wrap(e, "x")
                                return errors.is(e, "NotFound"), errors.is(wrapped, errors.NOT_FOUND),
                                  errors.is(e, "Conflict"), errors.is("NotFound", "NotFound"),
                                  errors.is(nil, "NotFound")\
                                """))
                .isEqualTo(List.of(true, true, false, false, false));
    }

    @Test
    void countForWhatTheyHold() {
        Limits small = Limits.NONE.withMemory(4 << 20).withTime(Duration.ofSeconds(20));
        kit.in(new Profile("small", Set.of("errors"), small));

        assertThatThrownBy(() ->
                        run(
                                """
                                local held = {}
                                for i = 1, 500 do
                                  held[i] = errors.new(("x"):rep(100000) .. i)
                                end\
                                """))
                .hasMessageContaining("limit of memory");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '"',
            textBlock =
                    """
                    new()               ; bad argument #1 to 'new' (string|errors.Fields expected, got no value)
                    new(true)           ; bad argument #1 to 'new' (string|errors.Fields expected, got boolean)
                    new({})             ; bad argument #1 to 'new' (field 'message': string expected, got nil)
                    new({message='', retryable='yes'}) ; bad argument #1 to 'new' (field 'retryable': boolean expected, got string)
                    new({message='', kind='Lost'}) ; bad argument #1 to 'new' (unknown kind 'Lost', known are KINDS)
                    wrap({}, 'x')       ; bad argument #1 to 'wrap' (errors.Error|string expected, got table)
                    wrap('x')           ; bad argument #2 to 'wrap' (string expected, got no value)
                    is('x', 'lost')     ; bad argument #2 to 'is' (unknown kind 'lost', known are KINDS)
                    """)
    void refuseWhatDoesNotFit(String call, String message) {
        assertThatThrownBy(() -> run("errors." + call))
                .hasMessage("test.lua:2: " + message.replace("KINDS", KINDS));
    }
}
