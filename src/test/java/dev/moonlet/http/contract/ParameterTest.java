package dev.moonlet.http.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.moonlet.revision.Unusable;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ParameterTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            textBlock =
                    """
                    {type: integer}            ; 7                    ; java.lang.Long    ; 7
                    {type: integer}            ; -9223372036854775808 ; java.lang.Long    ; -9223372036854775808
                    {type: integer}            ; 9007199254740993     ; java.lang.Long    ; 9007199254740993
                    {type: number}             ; 7                    ; java.lang.Long    ; 7
                    {type: number}             ; 7.5e1                ; java.lang.Double  ; 75.0
                    {type: number}             ; 123456789012345678901; java.lang.Double  ; 1.2345678901234568E20
                    {type: boolean}            ; true                 ; java.lang.Boolean ; true
                    {type: string}             ; 007                  ; java.lang.String  ; 007
                    {}                         ; 007                  ; java.lang.String  ; 007
                    {type: [integer, string]}  ; x                    ; java.lang.String  ; x
                    {type: [integer, string]}  ; 3                    ; java.lang.Long    ; 3
                    {anyOf: [{type: boolean}, {type: integer}]} ; 3   ; java.lang.Long    ; 3
                    {enum: [1, 2]}             ; 2                    ; java.lang.Long    ; 2
                    {const: 1.5}               ; 1.5                  ; java.lang.Double  ; 1.5
                    """)
    void readsValuesOfTheirType(String schema, String text, Class<?> type, String value)
            throws Unusable {
        Object found = ((Map<?, ?>) of(schema).query("a=" + text)).get("a");

        assertThat(found).isInstanceOf(type).hasToString(value);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            textBlock =
                    """
                    {type: integer}                        ; 1.0   ; is no integer
                    {type: integer}                        ; 1e3   ; is no integer
                    {type: integer}                        ; 0x1   ; is no integer
                    {type: integer}                        ; %20 1 ; is no integer
                    {type: integer}                        ; ''    ; is no integer
                    {type: integer}                        ; -     ; is no integer
                    {type: integer}                        ; ٣     ; is no integer
                    {type: integer}                        ; 9223372036854775808 ; is larger than an integer of 64 bits
                    {type: number}                         ; NaN   ; is no number
                    {type: number}                         ; 1d    ; is no number
                    {type: number}                         ; 1e999 ; is no number
                    {type: boolean}                        ; TRUE  ; is not true or false
                    {type: [integer, boolean]}             ; x     ; is of none of the types that it may have
                    {type: integer, minimum: 3}            ; 2     ; must be at least 3
                    {type: integer, maximum: 3}            ; 4     ; must be at most 3
                    {type: integer, exclusiveMinimum: 3}   ; 3     ; must be above 3
                    {type: integer, exclusiveMaximum: 3}   ; 3     ; must be below 3
                    {type: integer, format: int32}         ; 2147483648 ; must be at most 2147483647
                    {type: number, maximum: 0.3}           ; 0.31  ; must be at most 0.3
                    {type: string, minLength: 2}           ; x     ; must be at least 2 characters long
                    {type: string, maxLength: 1}           ; xy    ; must be at most 1 character long
                    {type: string, maxLength: 1}           ; 🌙🌙  ; must be at most 1 character long
                    {type: string, pattern: '^a+$'}        ; ab    ; does not match the pattern ^a+$
                    {type: string, enum: [a, b]}           ; c     ; 'is not among ["a","b"]'
                    {const: 1}                             ; 2     ; is not among 1
                    {type: string, format: date}           ; 2020-02-30 ; is no date
                    {type: string, format: date-time}      ; 2020-02-03 ; is no date-time
                    {type: string, format: uuid}           ; 1-2   ; is no uuid
                    {type: string, format: email}          ; a@    ; is no email
                    {type: string, format: ipv4}           ; 1.2.3.256 ; is no ipv4
                    {type: string, format: ipv6}           ; 1:2   ; is no ipv6
                    {type: string, format: uri}            ; /a    ; is no uri
                    """)
    void tellsWhatDoesNotFit(String schema, String text, String problem) throws Unusable {
        assertThat(of(schema).query("a=" + text.replace(" ", "")))
                .isEqualTo(List.of("/query/a: " + problem));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            textBlock =
                    """
                    date      ; 2020-02-29
                    date-time ; 2020-02-29T01:02:03Z
                    date-time ; 2020-02-29t01:02:03.5-01:00
                    time      ; 01:02:03Z
                    uuid      ; 123e4567-E89b-12d3-a456-426614174000
                    email     ; a.b@example.com
                    hostname  ; a-b.example
                    ipv4      ; 127.0.0.1
                    ipv6      ; ::1
                    uri       ; https://example.com/a?b#c
                    byte      ; YWI=
                    colour    ; anything
                    """)
    void takesWhatIsOfItsFormat(String format, String text) throws Unusable {
        Operation operation = of("{type: string, format: %s}".formatted(format));

        assertThat(operation.query("a=" + text.replace("#", "%23").replace("?", "%3F")))
                .isEqualTo(Map.of("a", text));
    }

    @Test
    void fillsInDefaultsAndAsksForWhatIsRequired() throws Unusable {
        Operation operation =
                Operation.of(
                        """
                        parameters:
                          - {name: a, in: query, schema: {type: integer, default: 5}}
                          - {name: b, in: query, required: true, schema: {type: integer}}
                          - {name: c, in: query, schema: {type: array, default: [1]}}
                        """);

        assertThat(operation.query("b=1")).hasToString("{a=5, b=1, c=[1]}");
        assertThat(operation.query("")).isEqualTo(List.of("/query/b: is required"));
        assertThat(operation.query(null)).isEqualTo(List.of("/query/b: is required"));
    }

    @Test
    void passesWhatIsNotDeclaredAsText() throws Unusable {
        assertThat(of("{type: integer}").query("b=1&a=2&b=3&__index=x&c"))
                .hasToString("{b=1, __index=x, c=, a=2}");
    }

    @Test
    void takesAnEmptyValueWhereThatIsAllowed() throws Unusable {
        Operation operation =
                Operation.of(
                        """
                        parameters:
                          - {name: a, in: query, allowEmptyValue: true, schema: {type: integer}}
                        """);

        assertThat(operation.query("a")).isEqualTo(Map.of("a", ""));
        assertThat(operation.query("a=x")).isEqualTo(List.of("/query/a: is no integer"));
    }

    @Test
    void readsJsonInAParameter() throws Unusable {
        Operation operation =
                Operation.of(
                        """
                        parameters:
                          - name: a/b
                            in: query
                            content: {application/json: {schema: {type: object}}}
                        """);

        assertThat(operation.query("a/b=%7B%22x%22:[1,%22y%22,null]%7D"))
                .hasToString("{a/b={x=[1, y, null]}}");
        assertThat(operation.query("a/b=%7B")).isEqualTo(List.of("/query/a~1b: is not JSON"));
        assertThat(operation.query("a/b=" + "[".repeat(5_000)))
                .isEqualTo(List.of("/query/a~1b: is not JSON"));
    }

    @Test
    void followsReferences() throws Unusable {
        Operation operation =
                Operation.of(
                        "3.1.0",
                        """
                        parameters:
                          - {$ref: '#/components/parameters/a'}
                        """,
                        Map.of(
                                "components",
                                "components: {parameters: {a: {name: a, in: query, schema:"
                                        + " {type: integer}}}}"));

        assertThat(operation.query("a=1")).hasToString("{a=1}");
    }

    @Test
    void ignoresHeadersThatOpenApiDescribesElsewhere() throws Unusable {
        Operation operation =
                Operation.of(
                        """
                        parameters:
                          - {name: Accept, in: header, required: true, schema: {type: integer}}
                        """);

        assertThat(operation.contract().parameters().headers()).isEmpty();
    }

    @Test
    void boundsHowManyThereAre() throws Unusable {
        assertThat(of("{}").query("a=1" + "&b=1".repeat(1000)))
                .isEqualTo(List.of("More than the 1000 parameters that are read."));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a=%", "a=%zz", "%zz=1", "b=%1"})
    void refusesWhatIsNotPercentEncoded(String query) throws Unusable {
        assertThat(of("{}").query(query).toString()).contains("is not percent-encoded");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            textBlock =
                    """
                    {in: query, schema: {}}                                ; has no 'name'
                    {name: a, in: body, schema: {}}                        ; none of path, query, header and cookie
                    {name: a, in: query}                                   ; has neither a schema nor a content
                    {name: a, in: query, schema: {}, content: {a/b: {}}}   ; has neither a schema nor a content
                    {name: a, in: query, schema: {}, requierd: true}       ; is not known here; is it misspelt?
                    {name: a, in: query, required: yes, schema: {}}        ; is not true or false
                    {name: p, in: path, schema: {}}                        ; so it is to say 'required: true'
                    {name: x, in: path, required: true, schema: {}}        ; no {x} stands there
                    {name: q, in: path, required: true, schema: {type: array}} ; it takes a whole segment
                    {name: a, in: query, schema: {type: text}}             ; is no type
                    {name: a, in: query, schema: {type: string, maxLenght: 3}} ; is no keyword of a schema
                    {name: a, in: query, schema: {type: string, maxLength: x}} ; is no number from 0 on
                    {name: a, in: query, schema: {type: string, pattern: '('}} ; is no pattern that can be matched in time
                    {name: a, in: query, schema: {type: string, pattern: '(a{1000}){1000}'}} ; is no pattern that can be
                    {name: a, in: query, schema: {type: integer}, style: deepObject} ; is no object
                    """)
    void refusesWhatIsNoParameter(String parameter, String problem) {
        assertThatThrownBy(() -> Operation.of("parameters:\n  - " + parameter))
                .isInstanceOf(Unusable.class)
                .hasMessageContaining(problem);
    }

    private static Operation of(String schema) throws Unusable {
        return Operation.of("parameters:\n  - {name: a, in: query, schema: %s}".formatted(schema));
    }
}
