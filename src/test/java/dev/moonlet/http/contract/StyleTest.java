package dev.moonlet.http.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.moonlet.revision.Unusable;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The styles of parameters with the types that each can have. */
class StyleTest {

    private static final String SCALAR = "{type: integer}";
    private static final String LIST = "{type: array, items: {type: integer}}";
    private static final String OBJECT =
            "{type: object, properties: {R: {type: integer}, G: {type: integer}}}";

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            textBlock =
                    """
                    form           ; true  ; color=3                     ; 3
                    form           ; false ; color=3                     ; 3
                    form           ; true  ; color=1&color=2             ; [1, 2]
                    form           ; true  ; color=1                     ; [1]
                    form           ; false ; color=1,2                   ; [1, 2]
                    form           ; false ; color=1                     ; [1]
                    form           ; false ; color=                      ; []
                    form           ; true  ; R=100&G=200                 ; {R=100, G=200}
                    form           ; false ; color=R,100,G,200           ; {R=100, G=200}
                    spaceDelimited ; false ; color=1%202                 ; [1, 2]
                    spaceDelimited ; false ; color=1+2                   ; [1, 2]
                    spaceDelimited ; true  ; color=1&color=2             ; [1, 2]
                    spaceDelimited ; false ; color=R%20100%20G%20200     ; {R=100, G=200}
                    pipeDelimited  ; false ; color=1|2                   ; [1, 2]
                    pipeDelimited  ; false ; color=1%7C2                 ; [1, 2]
                    pipeDelimited  ; true  ; color=1&color=2             ; [1, 2]
                    pipeDelimited  ; false ; color=R|100|G|200           ; {R=100, G=200}
                    deepObject     ; true  ; color[R]=100&color[G]=200   ; {R=100, G=200}
                    deepObject     ; true  ; color%5BR%5D=100            ; {R=100}
                    """)
    void readsQueries(String style, boolean explode, String query, String value) throws Unusable {
        Operation operation = operation("query color", style, explode, value);

        Object found = operation.query(query);
        assertThat(((Map<?, ?>) found).get("color")).hasToString(value);
        assertThat((Map<?, ?>) found).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            textBlock =
                    """
                    simple ~ false ~ 3                 ~ 3
                    simple ~ false ~ 1,2               ~ [1, 2]
                    simple ~ true  ~ 1,2               ~ [1, 2]
                    simple ~ false ~ R,100,G,200       ~ {R=100, G=200}
                    simple ~ true  ~ R=100,G=200       ~ {R=100, G=200}
                    label  ~ false ~ .3                ~ 3
                    label  ~ false ~ .1,2              ~ [1, 2]
                    label  ~ true  ~ .1.2              ~ [1, 2]
                    label  ~ false ~ .R,100,G,200      ~ {R=100, G=200}
                    label  ~ true  ~ .R=100.G=200      ~ {R=100, G=200}
                    matrix ~ false ~ ;p=3              ~ 3
                    matrix ~ false ~ ;p=1,2            ~ [1, 2]
                    matrix ~ true  ~ ;p=1;p=2          ~ [1, 2]
                    matrix ~ false ~ ;p=R,100,G,200    ~ {R=100, G=200}
                    matrix ~ true  ~ ;R=100;G=200      ~ {R=100, G=200}
                    """)
    void readsPaths(String style, boolean explode, String raw, String value) throws Unusable {
        assertThat(operation("path p", style, explode, value).path(raw)).hasToString(value);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            textBlock =
                    """
                    false ; 3                ; 3
                    false ; 1,2              ; [1, 2]
                    true  ; 1, 2             ; [1, 2]
                    false ; R,100,G,200      ; {R=100, G=200}
                    true  ; R=100, G=200     ; {R=100, G=200}
                    """)
    void readsHeaders(boolean explode, String raw, String value) throws Unusable {
        assertThat(operation("header X-Color", "simple", explode, value).header(raw))
                .hasToString(value);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            textBlock =
                    """
                    true  ; 3                ; 3
                    false ; 1,2              ; [1, 2]
                    false ; R,100,G,200      ; {R=100, G=200}
                    """)
    void readsCookies(boolean explode, String raw, String value) throws Unusable {
        assertThat(operation("cookie color", "form", explode, value).cookie(raw))
                .hasToString(value);
    }

    @Test
    void takesAnEncodedDelimiterForAPartOfAValue() throws Unusable {
        String texts = "{type: array, items: {type: string}}";

        assertThat(of("query c", "form", false, texts).query("c=a%2Cb,c+d"))
                .hasToString("{c=[a,b, c d]}");
        assertThat(of("path p", "simple", false, texts).path("a%2Cb,c+d%20e"))
                .isEqualTo(List.of("a,b", "c+d e"));
        assertThat(of("path p", "label", true, texts).path(".a%2Eb.c"))
                .isEqualTo(List.of("a.b", "c"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            textBlock =
                    """
                    {type: integer}                          ; form       ; c=1&c=2    ; /query/c: stands 2 times
                    {type: integer}                          ; form       ; c=x        ; /query/c: is no integer
                    {type: array, items: {type: integer}}    ; form       ; c=1&c=x    ; /query/c/1: is no integer
                    {type: object, properties: {a: {type: integer}}} ; deepObject ; c[a]=x      ; /query/c/a: is no integer
                    {type: object, properties: {a: {type: integer}}} ; deepObject ; c[a]=1&c[a]=2 ; /query/c: has a property that stands 2 times
                    {type: object, properties: {a: {type: integer}}} ; deepObject ; c[a][b]=1   ; /query/c: has a property that is nested more than one deep
                    """)
    void tellsWhatDoesNotFit(String schema, String style, String query, String problem)
            throws Unusable {
        assertThat(of("query c", style, true, schema).query(query)).isEqualTo(List.of(problem));
    }

    @Test
    void tellsWhatIsNotOfItsStyle() throws Unusable {
        assertThat(of("path p", "label", false, SCALAR).path("3"))
                .isEqualTo(List.of("/path/p: does not start with a dot"));
        assertThat(of("path p", "matrix", false, SCALAR).path(";q=3"))
                .isEqualTo(List.of("/path/p: is not of the form ;p=…"));
        assertThat(of("path p", "matrix", false, SCALAR).path(";p=3;p=4"))
                .isEqualTo(List.of("/path/p: stands 2 times"));
        assertThat(of("path p", "simple", false, OBJECT).path("R,1,G"))
                .isEqualTo(List.of("/path/p: has a name without a value"));
        assertThat(of("path p", "simple", true, OBJECT).path("R=1,R=2"))
                .isEqualTo(List.of("/path/p: has a name twice"));
    }

    @ParameterizedTest
    @CsvSource({"query, matrix", "path, form", "header, form", "cookie, simple", "query, odd"})
    void refusesAStyleThatAPlaceDoesNotHave(String place, String style) {
        assertThatThrownBy(() -> of(place + " p", style, false, SCALAR))
                .isInstanceOf(Unusable.class)
                .hasMessageContaining("has the style '%s', which".formatted(style));
    }

    private static Operation operation(String place, String style, boolean explode, String value)
            throws Unusable {
        String schema = value.startsWith("[") ? LIST : value.startsWith("{") ? OBJECT : SCALAR;
        return of(place, style, explode, schema);
    }

    private static Operation of(String place, String style, boolean explode, String schema)
            throws Unusable {
        String[] words = place.split(" ", 2);
        return Operation.of(
                """
                parameters:
                  - {name: %s, in: %s, required: %s, style: %s, explode: %s, schema: %s}
                """
                        .formatted(
                                words[1],
                                words[0],
                                words[0].equals("path"),
                                style,
                                explode,
                                schema));
    }
}
