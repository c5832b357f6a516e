package dev.moonlet.module.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.moonlet.lua.Limits;
import dev.moonlet.module.Profile;
import dev.moonlet.module.TestKit;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What scripts do with text. */
class TextModuleTest {

    private final TestKit kit = TestKit.of(new TextModule());

    @Test
    void matchesGroupsOrAll() {
        assertThat(run("return text.match('on 2026-05-01', [[(\\d+)-(\\d+)]])"))
                .isEqualTo(List.of("2026", "05"));
        assertThat(run("return text.match('on 2026-05-01', [[\\d+-\\d+]])")).isEqualTo("2026-05");
        assertThat(run("return text.match('none', [[\\d]])")).isNull();
        assertThat(run("return select('#', text.match('b', '(a)?b(c)?'))")).isEqualTo(2L);
    }

    @Test
    void findsBytesAsLuaCountsThem() {
        assertThat(run("return text.find('xaab', 'a+')")).isEqualTo(List.of(2L, 3L));
        assertThat(run("return text.find('äöü', '(ö)')")).isEqualTo(List.of(3L, 4L, "ö"));
        assertThat(run("local a, b = text.find('x', '') return a, b")).isEqualTo(List.of(1L, 0L));
        assertThat(run("return text.find('x', 'y')")).isNull();
    }

    @Test
    void findsAllMatches() {
        assertThat(run("return text.find_all('a1b22', [[\\d+]])")).isEqualTo(List.of("1", "22"));
        assertThat(run("return text.find_all('k=v, x=', [[(\\w)=(\\w)?]])"))
                .isEqualTo(List.of(List.of("k", "v"), List.of("x", false)));
        assertThat(run("return text.find_all('k=v', [[(?P<key>\\w)=]])[1].key")).isEqualTo("k");
        assertThat(run("return text.find_all('x', 'y')")).isEqualTo(Map.of());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '"',
            textBlock =
                    """
                    'a-b', '-', '+'                     ; a+b
                    'k=v', '(k)=(v)', '$2=$1'           ; v=k
                    'k=v', '(?P<a>k)=v', '${a}!'        ; k!
                    'äöü', 'ö', 'oe'                    ; äoeü
                    'abc', '', '.'                      ; .a.b.c.
                    'abc', 'x', 'y'                     ; abc
                    """)
    void replacesMatches(String arguments, String result) {
        assertThat(run("return text.replace(" + arguments + ")")).isEqualTo(result);
    }

    @Test
    void splitsAtMatches() {
        assertThat(run("return text.split('a, b,c', [[,\\s*]])")).isEqualTo(List.of("a", "b", "c"));
        assertThat(run("return text.split(',a,', ',')")).isEqualTo(List.of("", "a", ""));
        assertThat(run("return text.split('aä', '')")).isEqualTo(List.of("a", "ä"));
        assertThat(run("return text.split('', ',')")).isEqualTo(List.of(""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"'(a*)*b'", "'(a|aa)+$'", "'(?:a?){300}a{300}'"})
    void takesTimeInProportionToTheText(String pattern) {
        assertThat(run("return text.match(('a'):rep(2000), " + pattern + ") ~= 0")).isEqualTo(true);
    }

    @Test
    void stopsSearchingWhenTheTimeIsUp() {
        Limits limits = Limits.NONE.withTime(Duration.ofMillis(300));
        TestKit short_ = kit.in(new Profile("test", Set.of("text"), limits));

        assertThatThrownBy(() ->
                        short_.run(
                                "return require 'text'.match(('a'):rep(40000000),"
                                        + " '(?:a?){500}b')"))
                .hasMessageContaining("time");
    }

    @Test
    void fillsTemplates() {
        assertThat(
                        run(
                                """
                                return text.template(
                                  'Hi {{name}}{{{name}}}:{{#items}} {{id}}/{{price}}{{/items}}'
                                    .. '{{^none}}-{{/none}}{{#list}}{{.}},{{/list}}{{missing}}{{a.b}}',
                                  {name = '<A>', items = {{id = 1, price = 2.5}, {id = 2, price = true}},
                                   none = {}, list = {'x', 'y'}, a = {b = 'c'}})\
                                """))
                .isEqualTo("Hi &lt;A&gt;<A>: 1/2.5 2/true-x,y,c");
    }

    @Test
    void showsTemplatesNothingOfJava() {
        assertThat(run("return text.template('{{class}}{{hashCode}}{{x.class.name}}', {x = {}})"))
                .isEqualTo("");
    }

    @Test
    void readsCsv() {
        assertThat(run("return text.csv_parse('a,\"b \"\"c\"\"\"\\r\\n\\n1,\\n')"))
                .isEqualTo(List.of(List.of("a", "b \"c\""), List.of("1", "")));
        assertThat(run("return text.csv_parse('n;p\\nä;1\\nb', {separator = ';', header = true})"))
                .isEqualTo(List.of(Map.of("n", "ä", "p", "1"), Map.of("n", "b")));
        assertThat(run("return text.csv_parse('')")).isEqualTo(Map.of());
    }

    @Test
    void dropsTheByteOrderMarkOfCsv() {
        assertThat(
                        run(
                                "return text.csv_parse('\\xEF\\xBB\\xBFn;p\\n1;2', {separator = ';', header = true})"))
                .isEqualTo(List.of(Map.of("n", "1", "p", "2")));
        assertThat(run("return text.csv_parse('\\u{FEFF}\"a b\",\\u{FEFF}')"))
                .isEqualTo(List.of(List.of("a b", "\uFEFF")));
        assertThat(run("return text.csv_parse('\\u{FEFF}')")).isEqualTo(Map.of());
    }

    @Test
    void saysWhatIsNotCsv() {
        assertThat(
                        run(
                                """
                                local r, e = text.csv_parse('a,b\\n1,2,3', {header = true})
                                return r == nil, e:kind(), e:message()\
                                """))
                .isEqualTo(List.of(true, "Invalid", "row 1 has 3 values, and the header 2"));
        assertThat(run("local r, e = text.csv_parse('a\\n\"b') return e:message()"))
                .isEqualTo("not CSV, in line 2");
    }

    @Test
    void writesCsv() {
        assertThat(run("return text.csv_format({{'a', 1, 2.0, true}, {'b,\"c\"', 'd\\ne', ' f'}})"))
                .isEqualTo("a,1,2.0,true\n\"b,\"\"c\"\"\",\"d\ne\", f\n");
        assertThat(
                        run(
                                """
                                return text.csv_format(
                                  {{n = 'x', p = 1}, {n = 'y'}},
                                  {header = {'n', 'p'}, separator = '\\t'})\
                                """))
                .isEqualTo("n\tp\nx\t1\ny\t\n");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '§',
            textBlock =
                    """
                    text.match({}, 'a')          ; #1 to 'match' (string expected, got table)
                    text.match('a', '(')         ; #2 to 'match' (missing closing ): `(`)
                    text.match('a', 'a(?=b)')    ; #2 to 'match' (invalid or unsupported Perl syntax: `(?=`)
                    text.match('a', '((a{100}){100}){100}') ; #2 to 'match' (the pattern is too large)
                    text.match('a', '(a{1000}[[:alpha:](]){1000}') ; #2 to 'match' (the pattern is too large)
                    text.find('\\xff', 'a')       ; #1 to 'find' (the text is not UTF-8)
                    text.replace('a', 'a', '$1') ; #3 to 'replace' (a group that the pattern does not have)
                    text.template('{{#a}}', {})  ; #1 to 'template' (Section missing close tag
                    text.template('{{> a}}', {}) ; #1 to 'template' (a template has no others in it, not even a)
                    text.template('a', 1)        ; #2 to 'template' (table expected, got number)
                    text.csv_parse('a', {separator = 'ab'}) ; #2 to 'csv_parse' (field 'separator': one character expected, got 'ab')
                    text.csv_format({1})         ; #1 to 'csv_format' (item 1: table expected, got number)
                    text.csv_format({{{}}})      ; #1 to 'csv_format' (a table can't be a value)
                    text.csv_format({}, {header = 1}) ; #2 to 'csv_format' (field 'header': string[] expected, got number)
                    """)
    void refusesWhatDoesNotFit(String call, String message) {
        assertThatThrownBy(() -> run(call))
                .hasMessageStartingWith("test.lua:1: bad argument " + message);
    }

    private @Nullable Object run(String script) {
        return kit.run("local text = require 'text' " + script);
    }
}
