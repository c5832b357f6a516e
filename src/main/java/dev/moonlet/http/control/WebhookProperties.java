package dev.moonlet.http.control;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How a git server proves that it is the one who asks to look at the repository.
 *
 * @param secret What GitHub calls the secret and GitLab the signing token (whsec_…) or secret token
 *     of the webhook; empty if nobody but operators may ask.
 * @param secretFile A file that holds it instead, read anew each time.
 */
@ConfigurationProperties("moonlet.bundle.webhook")
record WebhookProperties(@DefaultValue("") String secret, @Nullable Path secretFile) {

    /** The secret of now, or empty. */
    String current() throws IOException {
        return secretFile == null ? secret : Files.readString(secretFile).strip();
    }
}
