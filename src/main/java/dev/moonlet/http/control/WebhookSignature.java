package dev.moonlet.http.control;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.moonlet.http.control.RefreshController.Unsigned;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Checks that a webhook comes from who knows the secret: GitHub signs the body, GitLab the body
 * with its id and time, or sends the secret as it is.
 */
@Component
final class WebhookSignature {

    private static final String ALGORITHM = "HmacSHA256";
    private static final String GITLAB_KEY = "whsec_";

    /** What a git server sends of a push, and far more than is of use here. */
    private static final long MOST = 25L << 20;

    /** How old a signature may be that tells its time, or two clocks apart. */
    private static final Duration AGE = Duration.ofMinutes(5);

    /** Nobody has shown yet who he is. */
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final WebhookProperties properties;
    private final Clock clock;

    WebhookSignature(WebhookProperties properties, Clock clock) {
        this.properties = properties;
        this.clock = clock;
    }

    void check(HttpServletRequest request) throws IOException, Unsigned {
        String secret = properties.current();
        if (secret.isEmpty()) {
            throw new Unsigned(
                    "Sign in as an operator, or set moonlet.bundle.webhook.secret to let the git"
                            + " server ask.");
        }
        if (!isGitHub(request, secret) && !isGitLab(request, secret) && !isToken(request, secret)) {
            throw new Unsigned(
                    "The signature is missing or not made with moonlet.bundle.webhook.secret.");
        }
    }

    private static boolean isGitHub(HttpServletRequest request, String secret)
            throws IOException, Unsigned {
        String sent = request.getHeader("X-Hub-Signature-256");
        return sent != null
                && sent.startsWith("sha256=")
                && same(
                        sent.substring("sha256=".length()),
                        HexFormat.of().formatHex(sign(secret.getBytes(UTF_8), "", request)));
    }

    private boolean isGitLab(HttpServletRequest request, String secret)
            throws IOException, Unsigned {
        String sent = request.getHeader("webhook-signature");
        String id = request.getHeader("webhook-id");
        String time = request.getHeader("webhook-timestamp");
        if (sent == null || id == null || time == null || !isRecent(time)) {
            return false;
        }
        String made =
                Base64.getEncoder()
                        .encodeToString(sign(key(secret), id + "." + time + ".", request));
        return Arrays.stream(sent.split(" ", -1)).anyMatch(each -> same(each, "v1," + made));
    }

    private static boolean isToken(HttpServletRequest request, String secret) {
        return same(request.getHeader("X-Gitlab-Token"), secret);
    }

    private boolean isRecent(String seconds) {
        return seconds.matches("[0-9]{1,12}")
                && Math.abs(clock.instant().getEpochSecond() - Long.parseLong(seconds))
                        <= AGE.toSeconds();
    }

    private static byte[] key(String secret) {
        try {
            return secret.startsWith(GITLAB_KEY)
                    ? Base64.getDecoder().decode(secret.substring(GITLAB_KEY.length()))
                    : secret.getBytes(UTF_8);
        } catch (IllegalArgumentException noBase64) {
            return secret.getBytes(UTF_8);
        }
    }

    private static byte[] sign(byte[] key, String before, HttpServletRequest request)
            throws IOException, Unsigned {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key, ALGORITHM));
            mac.update(before.getBytes(UTF_8));
            InputStream body = request.getInputStream();
            byte[] piece = new byte[1 << 13];
            long left = MOST;
            long start = System.nanoTime();
            for (int read = body.read(piece); read > 0; read = body.read(piece)) {
                mac.update(piece, 0, read);
                left -= read;
                if (left < 0 || System.nanoTime() - start > PATIENCE.toNanos()) {
                    throw new Unsigned("What is signed is longer than 25 MB, or takes too long.");
                }
            }
            return mac.doFinal();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** In a time that does not tell how much of it is the same. */
    private static boolean same(@Nullable String sent, String made) {
        return sent != null && MessageDigest.isEqual(sent.getBytes(UTF_8), made.getBytes(UTF_8));
    }
}
