package dev.moonlet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The examples of docs/library.md do what they say. */
class LibraryGuideTest {

    private static final Pattern EXAMPLE = Pattern.compile("(?ms)^```lua\\n(.*?)^```$");
    private static final Pattern DOCUMENT =
            Pattern.compile("(?ms)^```yaml\\n.*?^paths:\\n(.*?)^```$");
    private static final Pattern FILE = Pattern.compile("(?s)-- (lua/\\S+)\n(.*)");
    private static final Pattern PROMISE = Pattern.compile("(?m)^(.*?) +--> (.*)$");

    @TempDir private Path folder;

    @Test
    void showsWhatScriptsGet() throws IOException {
        String guide = Files.readString(Path.of("docs/library.md"));
        List<String> examples =
                EXAMPLE.matcher(guide)
                        .results()
                        .map(match -> match.group(1))
                        .filter(example -> !FILE.matcher(example).matches())
                        .toList();
        BundleFolder bundle = new BundleFolder(folder);
        for (MatchResult block : EXAMPLE.matcher(guide).results().toList()) {
            Matcher file = FILE.matcher(block.group(1));
            if (file.matches()) {
                bundle.with(file.group(1), file.group(2));
            }
        }
        StringBuilder paths = new StringBuilder();
        DOCUMENT.matcher(guide).results().forEach(match -> paths.append(match.group(1).indent(-2)));
        for (int i = 0; i < examples.size(); i++) {
            bundle.with("lua/example" + i + ".lua", handler(examples.get(i)));
            paths.append("/%d:\n  get: {x-handler: example%d.run}\n".formatted(i, i));
        }
        bundle.serving(paths.toString());

        try (RunningMoonlet moonlet = RunningMoonlet.permitting(folder)) {
            assertThat(examples).isNotEmpty();
            for (int i = 0; i < examples.size(); i++) {
                assertThat(moonlet.get("/" + i).body().lines())
                        .isEqualTo(promises(examples.get(i)));
            }
        }
    }

    private static List<String> promises(String example) {
        return PROMISE.matcher(example).results().map(promise -> promise.group(2)).toList();
    }

    /** Returns what the lines with a promise come to, each on a line. */
    private static String handler(String example) {
        String shown = PROMISE.matcher(example).replaceAll(LibraryGuideTest::shown);
        return """
        return { run = function()
        local lines = {}
        local function show(value) lines[#lines + 1] = tostring(value) end
        %s
        return table.concat(lines, "\\n") end }
        """
                .formatted(shown);
    }

    private static String shown(MatchResult promise) {
        return Matcher.quoteReplacement("show(" + promise.group(1) + ")");
    }
}
