package dev.moonlet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** The tests of docs/testing.md pass, and tell what it says when they don't. */
@ExtendWith(OutputCaptureExtension.class)
class TestingGuideTest {

    private static final Pattern SCRIPT =
            Pattern.compile("(?ms)^```lua\\n(-- (lua/\\S+)\\n.*?)^```$");
    private static final Pattern DOCUMENT = Pattern.compile("(?ms)^```yaml\\n(.*?)^```$");
    private static final Pattern FAILURE = Pattern.compile("(?ms)^```text\\n(.*?)\\n```$");

    @Test
    void testsAsTheGuideSays(@TempDir Path folder, CapturedOutput output)
            throws IOException, InterruptedException {
        String guide = Files.readString(Path.of("docs/testing.md"));
        BundleFolder bundle =
                new BundleFolder(folder).with("config/openapi.yaml", first(DOCUMENT, guide));
        Matcher script = SCRIPT.matcher(guide);
        while (script.find()) {
            bundle.with(script.group(2), script.group(1));
        }

        assertThat(Commands.run("validate", folder.toString())).isZero();
        assertThat(output).contains("6 tests of 2 files", "0 failed, 1 skipped");

        Path money = folder.resolve("lua/lib/money.lua");
        Files.writeString(money, Files.readString(money).replace("a + b", "a - b"));

        assertThat(Commands.run("validate", folder.toString())).isEqualTo(1);
        assertThat(output).contains("  " + first(FAILURE, guide), "problems 1");
    }

    private static String first(Pattern pattern, String guide) {
        Matcher matcher = pattern.matcher(guide);
        assertThat(matcher.find()).isTrue();
        return matcher.group(1);
    }
}
