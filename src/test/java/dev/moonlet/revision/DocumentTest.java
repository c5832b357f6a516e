package dev.moonlet.revision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.moonlet.revision.Document.Unreadable;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DocumentTest {

    @Test
    void knowsWhereAValueStands() throws Unreadable {
        Document greet =
                parse("paths:\n  /a/{b}:\n    get: {x: [1, 2]}\n")
                        .at("paths")
                        .flatMap(paths -> paths.at("/a/{b}"))
                        .flatMap(path -> path.at("get"))
                        .orElseThrow();

        assertThat(greet.problem("is odd")).hasToString("f.yaml:3 at /paths/~1a~1{b}/get: is odd");
        assertThat(greet.at("x").orElseThrow().items().getLast().problem("is odd"))
                .hasToString("f.yaml:3 at /paths/~1a~1{b}/get/x/1: is odd");
    }

    @Test
    void takesScalarsAsTheyAreWritten() throws Unreadable {
        Document document = parse("a: 010\nb: yes\nc: '1'\nd:\ne: ~\n");

        assertThat(document.at("a").flatMap(Document::text)).contains("010");
        assertThat(document.at("b").flatMap(Document::text)).contains("yes");
        assertThat(document.at("d").flatMap(Document::text)).contains("");
        assertThat(document.at("e").flatMap(Document::text)).contains("~");
        assertThat(document.at("f")).isEmpty();
    }

    @Test
    void readsScalarsAsJsonWould() throws Unreadable {
        Document items =
                parse("[no, 'true', true, 010, -1.50, 1e3, 2020-01-01, ~, null, .5, 1.2.3]\n");

        assertThat(items.items())
                .extracting(Document::scalar)
                .containsExactly(
                        "no",
                        "true",
                        true,
                        BigInteger.TEN,
                        new BigDecimal("-1.50"),
                        new BigDecimal("1e3"),
                        "2020-01-01",
                        null,
                        null,
                        new BigDecimal("0.5"),
                        "1.2.3");
    }

    @Test
    void findsWhatAPointerLeadsTo() throws Unreadable {
        Document document = parse("a/b:\n  - c~d: 1\n  - {'': 2}\n");

        assertThat(document.find("/a~1b/0/c~0d").flatMap(Document::text)).contains("1");
        assertThat(document.find("/a~1b/1/").flatMap(Document::text)).contains("2");
        assertThat(document.find("")).contains(document);
        assertThat(document.find("/a~1b/2")).isEmpty();
        assertThat(document.find("/a~1b/x")).isEmpty();
    }

    @Test
    void readsJsonWithTabs() throws Unreadable {
        String json = "{\n\t\"a\": [\t\"\\u00e4\\/\\t\"\t]\n}";
        Document document = Document.parse("f.json", json.getBytes(StandardCharsets.UTF_8));

        assertThat(document.find("/a/0").flatMap(Document::text)).contains("ä/\t");
        assertThat(document.find("/a/0").orElseThrow().problem("is odd"))
                .hasToString("f.json:2 at /a/0: is odd");
    }

    @Test
    void namesWhatWouldBeReadInSilence() throws Unreadable {
        assertThat(parse("a: 1\nb: 2\na: 3\n").slips(_ -> true))
                .extracting(Problem::toString)
                .containsExactly("f.yaml:3 at /a: stands here a second time");
        assertThat(parse("a: &x {b: 1}\nc: {<<: *x}\n").at("c").orElseThrow().slips(_ -> true))
                .extracting(Problem::reason)
                .containsExactly("is not merged: write it out");
        assertThat(parse("? [a]\n: 1\n").slips(_ -> true))
                .extracting(Problem::reason)
                .containsExactly("has a key that is no text");
        assertThat(parse("a: 1\nB: 2\n").slips("a"::equals))
                .extracting(Problem::reason)
                .containsExactly("is not known here; is it misspelt?");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a: [", "a: 1\n b: 2", "\tx", "a: b: c", "@", "*nowhere"})
    void refusesWhatIsNoYaml(String text) {
        assertThatThrownBy(() -> parse(text)).isInstanceOf(Unreadable.class);
    }

    @Test
    void refusesADocumentThatIsNestedTooDeep() {
        assertThatThrownBy(() -> parse("[".repeat(10_000) + "]".repeat(10_000)))
                .isInstanceOf(Unreadable.class)
                .hasMessageContaining("Nesting");
    }

    private static Document parse(String text) throws Unreadable {
        return Document.parse("f.yaml", text.getBytes(StandardCharsets.UTF_8));
    }
}
