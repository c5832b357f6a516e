package dev.moonlet.revision.source.git;

import dev.moonlet.revision.SourceFailed;
import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads what is secret each time it is needed, so that it may be replaced. */
final class Secrets {

    private final GitProperties settings;

    Secrets(GitProperties settings) {
        this.settings = settings;
    }

    /** Empty if there is none. */
    String password() throws SourceFailed {
        return read("password-file", settings.passwordFile(), settings.password());
    }

    /** Empty if there is none. */
    String passphrase() throws SourceFailed {
        return read("passphrase-file", settings.passphraseFile(), settings.passphrase());
    }

    private static String read(String name, String file, String value) throws SourceFailed {
        if (file.isEmpty()) {
            return value;
        }
        try {
            return Files.readString(Path.of(file)).strip();
        } catch (MalformedInputException failure) {
            throw failed(name, file, "is not a text in UTF-8", failure);
        } catch (IOException failure) {
            throw failed(name, file, "is not there or can't be read", failure);
        }
    }

    private static SourceFailed failed(String name, String file, String what, IOException cause) {
        return new SourceFailed("moonlet.bundle.git.%s: %s %s".formatted(name, file, what), cause);
    }
}
