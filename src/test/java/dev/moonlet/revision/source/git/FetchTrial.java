package dev.moonlet.revision.source.git;

import dev.moonlet.revision.SourceFailed;
import java.nio.file.Path;

/** Fetches once, in a JVM of its own, and prints what has come of it. */
final class FetchTrial {

    private FetchTrial() {}

    public static void main(String[] arguments) {
        try {
            GitSource source =
                    new TrialSource(Path.of(arguments[1])).with("uri", arguments[0]).source();
            IO.println("taken " + source.fetch().bundle().files().keySet());
        } catch (SourceFailed failure) {
            IO.println("failed " + failure.getMessage());
        }
    }
}
