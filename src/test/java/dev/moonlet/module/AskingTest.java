package dev.moonlet.module;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.moonlet.lua.Text;
import dev.moonlet.module.signature.Types;
import dev.moonlet.operation.Answer;
import dev.moonlet.operation.Dispatchers;
import dev.moonlet.operation.Kind;
import dev.moonlet.operation.Operation;
import dev.moonlet.operation.OperationFailed;
import dev.moonlet.operation.OperationListener;
import dev.moonlet.operation.Scope;
import dev.moonlet.security.Caller;
import dev.moonlet.security.Permission;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.luaj.vm2.LuaValue;

/** Functions that ask the outside can be called anywhere, and tell how it went. */
class AskingTest {

    private record Read(String key) implements Operation {

        @Override
        public Optional<Permission> permission() {
            return Optional.of(new Permission("store.read", key));
        }
    }

    private static final Module STORE =
            () ->
                    Definition.of("store", "Keeps values.")
                            .with(
                                    ModuleFunction.named("read")
                                            .takes("key", Types.STRING)
                                            .returnsOrFails(Types.STRING)
                                            .asks(
                                                    Read.class,
                                                    given -> new Read(given.text(1)),
                                                    value ->
                                                            value == null
                                                                    ? LuaValue.NIL
                                                                    : Text.of(value.toString())))
                            .with(
                                    ModuleFunction.named("broken")
                                            .does(_ -> {
                                                throw new IllegalStateException("a defect");
                                            }));

    private static TestKit kit(TestKit.Answering<Read> answering) {
        return TestKit.of(STORE).answering(Read.class, answering);
    }

    private static TestKit echo() {
        return kit(read -> read.key.equals("none") ? null : read.key.toUpperCase(Locale.ROOT));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "return read('a')",
                "return select(2, pcall(read, 'a'))",
                "return select(2, xpcall(error, function() return read('a') end))",
                "return select(2, pcall(function() local f <close> = nil return read('a') end))",
                "return setmetatable({}, {__index = function() return read('a') end}).x",
                "return setmetatable({}, {__add = function() return read('a') end}) + 1",
                "return tostring(setmetatable({}, {__tostring = function() return read('a') end}))",
                "for value in function() return read('a') end do return value end",
                "local v table.sort({2, 1}, function() v = read('a') return false end) return v",
                "return (('x'):gsub('x', function() return read('a') end))",
                "return coroutine.wrap(function() return read('a') end)()",
                "return coroutine.wrap(function() coroutine.yield(read('a')) end)()",
                "local v do local c <close> = setmetatable({}, {__close = function() v = read('a') end})"
                        + " end return v",
                "return load('return ...')(read('a'))"
            })
    void isPossibleWhereverAFunctionCanBeCalled(String script) {
        assertThat(echo().run("local read = require 'store'.read " + script)).isEqualTo("A");
    }

    @Test
    void getsNothingIfTheAnswerIsNothing() {
        assertThat(
                        echo().run(
                                        "local v, e = require 'store'.read('none') return v == nil, e == nil"))
                .isEqualTo(List.of(true, true));
    }

    @ParameterizedTest
    @CsvSource({
        "INVALID, Invalid, false",
        "UNAUTHENTICATED, Unauthenticated, false",
        "PERMISSION_DENIED, PermissionDenied, false",
        "NOT_FOUND, NotFound, false",
        "ALREADY_EXISTS, AlreadyExists, false",
        "CONFLICT, Conflict, false",
        "RATE_LIMITED, RateLimited, false",
        "CANCELED, Canceled, false",
        "INTERNAL, Internal, false",
        "UNKNOWN, Unknown, false",
        "UNAVAILABLE, Unavailable, true",
        "TIMEOUT, Timeout, true"
    })
    void saysWhatKindOfFailureItWas(Kind kind, String word, boolean retryable) {
        TestKit kit =
                kit(_ -> {
                    throw new OperationFailed(kind, "no luck");
                });

        assertThat(
                        kit.run(
                                """
                                local value, e = require 'store'.read('a')
                                return value == nil, e:message(), e:kind(), e:retryable()\
                                """))
                .isEqualTo(List.of(true, "no luck", word, retryable));
    }

    @Test
    void saysWhereItFailed() {
        TestKit kit =
                kit(_ -> {
                    throw new OperationFailed(Kind.NOT_FOUND, "no luck");
                });

        assertThat(
                        kit.run(
                                """
                                local store = require 'store'
                                local function find() local _, e = store.read('a') return e end
                                local e = find()
                                return e:stack()\
                                """))
                .isEqualTo(
                        """
                        stack traceback:
                        \ttest.lua:2: in function 'find'
                        \ttest.lua:3: in function 'run'\
                        """);
    }

    @Test
    void isDeniedToWhoLacksThePermission() {
        Dispatchers denying =
                new Dispatchers(
                        List.of(),
                        (_, permission) ->
                                !permission.equals(new Permission("store.read", "secret")),
                        Clock.systemUTC(),
                        OperationListener.NONE);
        Scope scope = new Scope("1", Caller.ANONYMOUS, Instant.MAX);
        TestKit kit =
                kit(read ->
                        switch (denying.perform(read, scope)) {
                            case Answer.Value(Object value) -> value;
                            case Answer.Failed(Kind kind, String message) ->
                                    throw new OperationFailed(kind, message);
                        });

        assertThat(
                        kit.run(
                                """
                                local value, e = require 'store'.read('secret')
                                return value == nil, e:kind(), e:message(), e:retryable()\
                                """))
                .isEqualTo(List.of(true, "PermissionDenied", "permission denied", false));
    }

    @Test
    void checksArgumentsBeforeItAsks() {
        assertThatThrownBy(() -> echo().run("require 'store'.read(nil)"))
                .hasMessage("test.lua:1: bad argument #1 to 'read' (string expected, got nil)");
    }

    @Test
    void letsNoScriptCatchADefectOfJava() {
        assertThatThrownBy(() -> echo().run("pcall(require 'store'.broken)"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("a defect");
    }
}
