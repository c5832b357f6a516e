package dev.moonlet.revision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.moonlet.revision.Document.Unreadable;
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
        assertThat(document.at("d")).isEmpty();
        assertThat(document.at("e")).isEmpty();
        assertThat(document.at("f")).isEmpty();
    }

    @Test
    void namesWhatStandsTwice() throws Unreadable {
        assertThat(parse("a: 1\nb: 2\na: 3\n").repeatedNames())
                .extracting(Problem::toString)
                .containsExactly("f.yaml:3 at /a: stands here a second time");
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
