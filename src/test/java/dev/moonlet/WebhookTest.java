package dev.moonlet;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** What is sent to the service about its bundle. */
class WebhookTest {

    private static final byte[] KEY = "0123456789abcdef0123456789abcdef".getBytes(UTF_8);
    private static final String SECRET = "whsec_" + Base64.getEncoder().encodeToString(KEY);
    private static final String PUSH = "{\"ref\": \"refs/heads/main\"}";

    @TempDir Path folder;

    private BundleFolder bundle;
    private RunningMoonlet moonlet;

    @BeforeEach
    void serve() throws IOException {
        bundle =
                new BundleFolder(folder)
                        .serving("/name: {get: {x-handler: h.name}}\n")
                        .with("lua/h.lua", "return { name = function() return 'one' end }");
        moonlet =
                RunningMoonlet.serving(
                        folder,
                        "moonlet.bundle.webhook.secret=" + SECRET,
                        "moonlet.bundle.mode=strict",
                        "spring.security.user.name=olga",
                        "spring.security.user.password=secret",
                        "spring.security.user.roles=operator");
        bundle.with("lua/h.lua", "return { name = function() return 'two' end }");
    }

    @AfterEach
    void close() {
        moonlet.close();
    }

    @Test
    void refreshesForGitHub() throws IOException, GeneralSecurityException {
        String signature = HexFormat.of().formatHex(sign(SECRET.getBytes(UTF_8), PUSH));

        assertRefused(Map.of("X-Hub-Signature-256", "sha256=" + signature.replace('a', 'b')));
        assertRefused(Map.of("X-Hub-Signature-256", signature));
        assertRefused(Map.of("X-Hub-Signature-256", "sha256="));
        assertRefreshes(Map.of("X-Hub-Signature-256", "sha256=" + signature));
    }

    @Test
    void refreshesForGitLab() throws IOException, GeneralSecurityException {
        String now = Long.toString(Instant.now().getEpochSecond());
        String old = Long.toString(Instant.now().getEpochSecond() - 301);

        assertRefused(gitLab("1", old, old));
        assertRefused(gitLab("1", old, now));
        assertRefused(gitLab("1", "later", now));
        assertRefreshes(gitLab("1", now, now));
    }

    @Test
    void refreshesForWhoeverKnowsTheToken() throws IOException {
        assertRefused(Map.of());
        assertRefused(Map.of("X-Gitlab-Token", ""));
        assertRefused(Map.of("X-Gitlab-Token", SECRET + "x"));
        assertRefreshes(Map.of("X-Gitlab-Token", SECRET));
    }

    @Test
    void refreshesForNobodyWithoutASecret() throws IOException {
        try (RunningMoonlet closed = RunningMoonlet.serving(folder)) {
            HttpResponse<String> response =
                    closed.send(
                            closed.request("/moonlet/revisions/refresh")
                                    .header("X-Gitlab-Token", "")
                                    .POST(BodyPublishers.ofString(PUSH)));
            assertThat(response.statusCode()).isEqualTo(401);
            assertThat(response.headers().firstValue("WWW-Authenticate"))
                    .contains("Basic realm=\"moonlet\"");
            assertThat(response.body()).contains("moonlet.bundle.webhook.secret");
        }
    }

    @Test
    void tellsWhatWouldBecomeOfAnArchive() throws IOException {
        JsonNode good =
                moonlet.read(
                        validate(
                                zip(
                                        Map.of(
                                                "config/openapi.yaml",
                                                "openapi: 3.1.0\npaths:\n  /a: {get: {x-handler:"
                                                        + " h.a}}\n",
                                                "lua/h.lua",
                                                "return {a = print}",
                                                "README.md",
                                                "no matter"))));
        assertThat(good.at("/report/refused").asBoolean()).isFalse();
        assertThat(good.at("/traits/kinds/routes/GET ~1a/handler/0").asString()).isEqualTo("h.a");

        JsonNode bad = moonlet.read(validate(zip(Map.of("lua/../../h.lua", "", "lua/a.lua", "x"))));
        assertThat(bad.at("/report/refused").asBoolean()).isTrue();
        assertThat(bad.at("/report").toString())
                .contains("lua/../../h.lua")
                .contains("config/openapi.yaml");

        HttpResponse<String> none = validate("no archive".getBytes(UTF_8));
        assertThat(none.statusCode()).isEqualTo(400);
        assertThat(none.body()).contains("this is no ZIP archive of a bundle");
        assertThat(moonlet.get("/name").body()).isEqualTo("one");
    }

    @Test
    void unpacksNoMoreOfAnArchiveThanABundleMayHave() throws IOException {
        String large = "-".repeat(16 << 20);
        HttpResponse<String> bomb =
                validate(
                        zip(
                                Map.of(
                                        "a",
                                        large,
                                        "b",
                                        large,
                                        "c",
                                        large,
                                        "d",
                                        large,
                                        "e",
                                        large,
                                        "f",
                                        large,
                                        "g",
                                        large,
                                        "h",
                                        large,
                                        "i",
                                        large,
                                        "j",
                                        large + large.repeat(9))));
        assertThat(bomb.statusCode()).isEqualTo(400);
        assertThat(bomb.body()).contains("the archive has more than 268435456 bytes");
    }

    private void assertRefused(Map<String, String> headers) throws IOException {
        HttpResponse<String> response = refresh(headers);
        assertThat(response.statusCode()).isEqualTo(401);
        assertThat(response.body()).contains("The signature is missing or not made with");
        assertThat(moonlet.get("/name").body()).isEqualTo("one");
    }

    private void assertRefreshes(Map<String, String> headers) throws IOException {
        // A directory is read when it is quiet for two looks.
        await().until(() -> {
            assertThat(refresh(headers).statusCode()).isEqualTo(202);
            return moonlet.get("/name").body().equals("two");
        });
    }

    private HttpResponse<String> refresh(Map<String, String> headers) throws IOException {
        HttpRequest.Builder request =
                moonlet.request("/moonlet/revisions/refresh").POST(BodyPublishers.ofString(PUSH));
        headers.forEach(request::header);
        return moonlet.send(request);
    }

    private HttpResponse<String> validate(byte[] archive) throws IOException {
        return moonlet.send(
                RunningMoonlet.by(
                        "olga:secret",
                        moonlet.request("/moonlet/revisions/validate")
                                .header("Content-Type", "application/zip")
                                .POST(BodyPublishers.ofByteArray(archive))));
    }

    private static Map<String, String> gitLab(String id, String time, String signed)
            throws GeneralSecurityException {
        byte[] signature = sign(KEY, id + "." + signed + "." + PUSH);
        return Map.of(
                "webhook-id",
                id,
                "webhook-timestamp",
                time,
                "webhook-signature",
                "v1,c29tZXRoaW5n v1," + Base64.getEncoder().encodeToString(signature));
    }

    private static byte[] sign(byte[] key, String text) throws GeneralSecurityException {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(key, "HmacSHA256"));
        return mac.doFinal(text.getBytes(UTF_8));
    }

    private static byte[] zip(Map<String, String> files) throws IOException {
        ByteArrayOutputStream archive = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(archive)) {
            for (Map.Entry<String, String> file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue().getBytes(UTF_8));
            }
        }
        return archive.toByteArray();
    }
}
