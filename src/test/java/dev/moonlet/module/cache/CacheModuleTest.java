package dev.moonlet.module.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.moonlet.module.TestKit;
import dev.moonlet.operation.cache.TrialCache;
import dev.moonlet.security.Permission;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What scripts get of the cache, each run in a state of its own. */
class CacheModuleTest {

    private static final String BEGIN = "local cache = require 'cache' ";

    private final TrialCache trial = new TrialCache();
    private final TestKit kit = TestKit.of(new CacheModule()).performing(trial.dispatcher());

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            textBlock =
                    """
                    1                        ; math.type(v) == 'integer' and v == 1
                    math.maxinteger          ; v == math.maxinteger
                    1.0                      ; math.type(v) == 'float' and v == 1.0
                    0.1                      ; v == 0.1
                    false                    ; v == false
                    [[]]                     ; v == [[]]
                    [[ä€]]                   ; v == [[ä€]]
                    {1, {2, {a = 'b'}}}      ; #v == 2 and v[2][2].a == 'b'
                    {a = {b = {true}}}       ; v.a.b[1] == true
                    {}                       ; next(v) == nil
                    """)
    void keepsValuesForAllStates(String value, String check) {
        kit.run(BEGIN + "assert(cache.set('k', " + value + ") == true)");

        assertThat(kit.run(BEGIN + "local v = cache.get('k') return " + check)).isEqualTo(true);
    }

    @Test
    void givesEachReaderACopyOfItsOwn() {
        assertThat(
                        kit.run(
                                BEGIN
                                        + """
                                        local t = {list = {1}}
                                        cache.set('k', t)
                                        t.list[1] = 2
                                        cache.get('k').list[1] = 3
                                        return cache.get('k').list[1]\
                                        """))
                .isEqualTo(1L);
    }

    @Test
    void hasNothingBeforeItIsSetAndAfterItIsDeleted() {
        assertThat(
                        kit.run(
                                BEGIN
                                        + """
                                        local before = cache.get('k')
                                        cache.set('k', 1)
                                        cache.set('l', 1)
                                        return before == nil, cache.delete('k'), cache.get('k') == nil,
                                          cache.delete('k'), cache.clear(), cache.get('l') == nil\
                                        """))
                .isEqualTo(List.of(true, true, true, false, 1L, true));
    }

    @Test
    void keepsAValueForSoLong() {
        kit.run(BEGIN + "cache.set('k', 1, '2s') cache.set('l', 1, 5000)");
        trial.advance(Duration.ofSeconds(3));

        assertThat(kit.run(BEGIN + "return cache.get('k') == nil, cache.get('l')"))
                .isEqualTo(List.of(true, 1L));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            textBlock =
                    """
                    set('k', {a = {1, print}}) ; #2 to 'set' (a function at a[2] has no JSON form)
                    set('k', print)            ; #2 to 'set' (a function has no JSON form)
                    set('k', {[1.5] = 1})      ; #2 to 'set' (a table with the key 1.5 has no JSON form)
                    set('k', {x = 0/0})        ; matches #2 to 'set' \\(the number -?nan at x has no JSON form\\)
                    set('k', {{'\\xff'}})      ; #2 to 'set' (the string at [1][1] is not UTF-8: encode bytes with base64)
                    set('k')                   ; #2 to 'set' (nil is no value: delete the key, or keep json.null)
                    set('k', 1, 0)             ; #3 to 'set' (no value is kept for no time)
                    set('k', 1, 'soon')        ; #3 to 'set' (milliseconds, or a text like '250ms' or '10s' expected, got 'soon')
                    get('\\xff')               ; #1 to 'get' (a key is a text in UTF-8: encode bytes with base64)
                    incr('k', 1.5)             ; #2 to 'incr' (number has no integer representation)
                    """)
    void refusesWhatItCanNotKeep(String call, String message) {
        String expected = message.replace("matches ", "");
        assertThatThrownBy(() -> kit.run(BEGIN + "cache." + call))
                .message()
                .satisfies(text -> {
                    if (message.startsWith("matches ")) {
                        assertThat(text).matches("test.lua:1: bad argument " + expected);
                    } else {
                        assertThat(text).isEqualTo("test.lua:1: bad argument " + expected);
                    }
                });
    }

    @Test
    void refusesACycle() {
        assertThatThrownBy(() -> kit.run(BEGIN + "local t = {} t.t = t cache.set('k', t)"))
                .hasMessageContaining("nested more than 100 deep: does it contain itself?");
    }

    @Test
    void adds() {
        assertThat(
                        kit.run(
                                BEGIN
                                        + """
                                        cache.set('text', 'x')
                                        local none, err = cache.incr('text')
                                        return cache.incr('n'), cache.incr('n', 10), cache.incr('n', -1),
                                          cache.get('n'), none == nil, err:kind(), err:message()\
                                        """))
                .isEqualTo(
                        List.of(
                                1L,
                                11L,
                                10L,
                                10L,
                                true,
                                "Invalid",
                                "the value of 'text' is no integer"));
    }

    @Test
    void saysThatAValueIsTooLong() {
        assertThat(
                        kit.run(
                                BEGIN
                                        + """
                                        local done, err = cache.set('k', ('x'):rep(30000))
                                        return done == nil, err:kind()\
                                        """))
                .isEqualTo(List.of(true, "Invalid"));
    }

    @Test
    void isPermittedByKeyAndFunction() {
        Set<String> asked = new ConcurrentSkipListSet<>();
        kit.allowing((_, permission) -> {
            asked.add(permission.action() + " " + permission.resource());
            return !permission.equals(new Permission("cache.get", "secret"));
        });

        assertThat(
                        kit.run(
                                BEGIN
                                        + """
                                        cache.set('a', 1) cache.incr('b') cache.delete('c') cache.clear()
                                        cache.get_or_set('d', nil, function() return 1 end)
                                        local value, err = cache.get('secret')
                                        return value == nil, err:kind()\
                                        """))
                .isEqualTo(List.of(true, "PermissionDenied"));
        assertThat(asked)
                .containsExactly(
                        "cache.clear *",
                        "cache.delete c",
                        "cache.get secret",
                        "cache.get_or_set d",
                        "cache.incr b",
                        "cache.set a");
    }
}
