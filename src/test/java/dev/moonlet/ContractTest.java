package dev.moonlet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Every wrong request gets the answer that its document promises; every right one its handler. */
class ContractTest {

    @TempDir static Path folder;
    private static RunningMoonlet moonlet;

    @BeforeAll
    static void start() throws IOException {
        moonlet = ContractBundle.serve(folder);
    }

    @AfterAll
    static void stop() {
        moonlet.close();
    }

    @Test
    void givesAHandlerValuesOfTheirTypes() throws IOException {
        HttpResponse<String> response =
                moonlet.send(
                        moonlet.request("/items/9007199254740993?tags=a&tags=b&q=7")
                                .header("X-Count", "3")
                                .header("Cookie", "c=true; d=e"));

        assertThat(moonlet.read(response).toString())
                .contains("\"id\":9007199254740993")
                .contains("\"limit\":5", "\"q\":\"7\"", "\"tags\":[\"a\",\"b\"]")
                .contains("\"count\":3")
                .contains("\"c\":true", "\"d\":\"e\"")
                .doesNotContain("user");
    }

    @Test
    void tellsAllThatIsWrongWithParameters() throws IOException {
        HttpResponse<String> response =
                moonlet.send(
                        moonlet.request("/items/0?limit=10&tags=a&tags=c")
                                .header("X-Count", "\"x")
                                .header("Cookie", "c=1"));

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.headers().firstValue("Content-Type"))
                .contains("application/problem+json");
        assertThat(moonlet.read(response).get("errors").toString())
                .contains("{\"pointer\":\"/path/id\",\"message\":\"must be at least 1\"}")
                .contains("{\"pointer\":\"/query/limit\",\"message\":\"must be at most 9\"}")
                .contains("{\"pointer\":\"/header/x-count\",\"message\":\"is no integer\"}")
                .contains("{\"pointer\":\"/cookie/c\",\"message\":\"is not true or false\"}");
    }

    @Test
    void checksListsBySchema() throws IOException {
        JsonNode problem = moonlet.json("/items/1?tags=a&tags=c&tags=b");

        assertThat(problem.get("errors").toString())
                .contains("\"pointer\":\"/query/tags\"", "must have at most 2 items")
                .contains("\"pointer\":\"/query/tags/1\"");
    }

    @Test
    void inheritsTheParametersOfThePathItem() throws IOException {
        assertThat(put("/items/x?limit=10", "{}").body())
                .contains("/path/id")
                .doesNotContain("/query/limit");
        assertThat(put("/items/1?limit=10", "{\"n\":1}").body())
                .contains("\"id\":\"integer\"", "\"n\":\"integer\"");
    }

    @Test
    void keepsTheTypesOfNumbersAndKnowsNoMagicNames() throws IOException {
        assertThat(put("/items/1", "{\"n\":1.0,\"__index\":\"x\"}").body())
                .contains("\"n\":\"float\"", "\"own\":\"x\"", "\"body\":\"table\"");
        assertThat(put("/items/1", "{\"n\":18446744073709551616}").body())
                .contains("\"n\":\"float\"");
        assertThat(put("/items/1", "{\"n\":9223372036854775807}").body())
                .contains("\"n\":\"integer\"");
    }

    @Test
    void checksAJsonBodyAndFillsInDefaults() throws IOException {
        assertThat(post("/orders", "application/json", "{\"item\":\"x\",\"tags\":[]}").body())
                .contains("\"item\":\"x\"", "\"count\":1", "\"tags\":[]");
    }

    @Test
    void tellsAllThatIsWrongWithABody() throws IOException {
        HttpResponse<String> response =
                post(
                        "/orders",
                        "application/json; charset=utf-8",
                        "{\"item\":\"\",\"count\":101,\"tags\":[1],\"x\\\"<y\":1,\"note\":\"123456\"}");

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(moonlet.read(response).get("errors").toString())
                .contains("\"pointer\":\"/item\"", "\"pointer\":\"/count\"")
                .contains("\"pointer\":\"/tags/0\"", "\"pointer\":\"/note\"")
                .contains("property 'x\\\"<y' is not defined");
    }

    @Test
    void tellsNoMoreThanFiftyErrors() throws IOException {
        String tags = "1,".repeat(10_000) + "1";

        JsonNode problem =
                moonlet.read(
                        post("/orders", "application/json", "{\"tags\":[%s]}".formatted(tags)));
        assertThat(problem.get("errors").size()).isEqualTo(50);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            textBlock =
                    """
                    application/json ; {"item":             ; 400 ; The body is not JSON
                    application/json ; {"item":"a"} x       ; 400 ; The body is not JSON
                    application/json ; {"item":1,"item":"a"}; 400 ; has a name twice
                    application/json ; []                   ; 400 ; array found, object expected
                    application/json ; ''                   ; 400 ; is required
                    application/xml  ; <a/>                 ; 415 ; application/json or
                    ''               ; x                    ; 415 ; content type is not taken
                    text/csv         ; a                    ; 200 ; "body":"a"
                    application/x-www-form-urlencoded ; item=a+b&count=3&tags=x&tags=y ; 200 ; "tags":["x","y"]
                    application/x-www-form-urlencoded ; item=a+b&count=3 ; 200 ; "count":3
                    application/x-www-form-urlencoded ; item=a&count=x   ; 400 ; {"pointer":"/count","message":"is no integer"}
                    application/x-www-form-urlencoded ; count=1          ; 400 ; required property 'item' not found
                    application/x-www-form-urlencoded ; item=%zz         ; 400 ; is not percent-encoded
                    """)
    void answersABodyByItsContentType(String type, String body, int status, String text)
            throws IOException {
        HttpResponse<String> response = post("/orders", type, body);

        assertThat(response.body()).contains(text);
        assertThat(response.statusCode()).isEqualTo(status);
    }

    @Test
    void takesAnyBodyWhereNoneIsDeclared() throws IOException {
        assertThat(post("/any", "application/json", "{\"a\":null}").body())
                .contains("\"text\":\"{\\\"a\\\":null}\"", "\"json\":{\"a\":null}")
                .contains("\"noform\":\"the body is no form\"", "\"files\":0");
        assertThat(post("/any", "application/json", "{\"a\":1,\"a\":2}").statusCode())
                .isEqualTo(400);
        assertThat(post("/any", "text/plain", "x").body()).contains("\"problem\":\"Invalid\"");
        assertThat(moonlet.get("/any").body())
                .contains("\"text\":\"\"", "\"locked\":false", "\"remote\":\"127.0.0.1\"")
                .contains("\"other\":false", "\"method\":\"GET\"");
    }

    @Test
    void refusesWhatIsTooDeepOrTooLong() throws IOException {
        assertThat(post("/tree", "application/x+json", "[".repeat(100_000)).statusCode())
                .isEqualTo(413);
        assertThat(post("/any", "application/json", "[".repeat(100_000)).statusCode())
                .isEqualTo(413);
        assertThat(post("/any", "application/json", "1".repeat(10_000)).statusCode())
                .isEqualTo(413);
        assertThat(post("/any", "application/json", "1".repeat(10_000_000)).statusCode())
                .isEqualTo(413);
        assertThat(moonlet.get("/any?a" + "&".repeat(1000)).statusCode()).isEqualTo(413);
    }

    @Test
    void matchesPatternsInTimeThatGrowsWithTheText() throws IOException {
        String name = "a".repeat(500_000);

        assertThat(post("/tree", "application/x+json", "{\"name\":\"%s!\"}".formatted(name)).body())
                .contains("does not match the regex pattern");
    }

    @Test
    void followsASchemaThatIsACycleAsDeepAsABodyGoes() throws IOException {
        String deep = "{\"children\":[".repeat(40) + "{\"odd\":1}" + "]}".repeat(40);

        assertThat(post("/tree", "application/x+json", deep).body())
                .contains("property 'odd' is not defined");
    }

    @Test
    void endsACheckThatTakesTooLong() throws IOException {
        String deep = "{\"a\":".repeat(60) + "\"x\"" + "}".repeat(60);

        HttpResponse<String> response = post("/wide", "application/json", deep);
        assertThat(response.statusCode()).isEqualTo(504);
        assertThat(moonlet.get("/any").statusCode()).isEqualTo(200);
    }

    @Test
    void answersNotAcceptableWhereNothingFits() throws IOException {
        assertThat(accepting("text/html").statusCode()).isEqualTo(406);
        assertThat(accepting("*/*, application/json;q=0").statusCode()).isEqualTo(406);
        assertThat(accepting("text/html, application/*;q=0.1").statusCode()).isEqualTo(200);
        assertThat(accepting("*/*").body()).contains("\"name\":\"may\"");
    }

    @Test
    void servesAPathItemOfAnotherFile() throws IOException {
        assertThat(moonlet.get("/shared").statusCode()).isEqualTo(200);
    }

    private static HttpResponse<String> accepting(String types) throws IOException {
        return moonlet.send(moonlet.request("/reports/may.json").header("Accept", types));
    }

    private static HttpResponse<String> post(String path, String type, String body)
            throws IOException {
        var request =
                moonlet.request(path).POST(BodyPublishers.ofString(body, StandardCharsets.UTF_8));
        return moonlet.send(type.isEmpty() ? request : request.header("Content-Type", type));
    }

    private static HttpResponse<String> put(String path, String body) throws IOException {
        return moonlet.send(
                moonlet.request(path)
                        .header("Content-Type", "application/json")
                        .PUT(BodyPublishers.ofString(body)));
    }
}
