package dev.moonlet.revision.source.git;

import dev.moonlet.revision.source.git.Address.Scheme;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.eclipse.jgit.lib.Repository;
import org.springframework.util.unit.DataSize;

/** Says at the start what is wrong with the settings, and how to mend it. */
final class CheckSettings {

    private static final String PREFIX = "moonlet.bundle.git.";

    private CheckSettings() {}

    /**
     * Checks all of them together with the address that they name.
     *
     * @throws IllegalArgumentException that says what is wrong
     */
    static void check(GitProperties settings, Address address) {
        check(settings.poll().isPositive(), "poll has to be longer than nothing");
        check(settings.timeout().toMillis() > 0, "timeout has to be a millisecond or longer");
        check(isSize(settings.maxFetch()), "max-fetch has to be from 1B to 2047MB");
        check(isSize(settings.maxObject()), "max-object has to be from 1B to 2047MB");
        check(isRef(settings.ref()), "ref is no name of a branch or tag, and no commit's id");
        check(
                Arrays.stream(Folder.of(settings.path()).split("/"))
                        .noneMatch(part -> part.equals("..") || part.equals(".")),
                "path has to be a folder in the repository, like teams/orders");
        file("password-file", settings.passwordFile());
        file("private-key-file", settings.privateKeyFile());
        file("passphrase-file", settings.passphraseFile());
        file("known-hosts-file", settings.knownHostsFile());
        one("password", settings.password(), settings.passwordFile());
        one("passphrase", settings.passphrase(), settings.passphraseFile());
        fit(settings, address.scheme());
    }

    /** What is set for a scheme that is not the address's would be thought to protect something. */
    private static void fit(GitProperties settings, Scheme scheme) {
        if (scheme == Scheme.SSH) {
            check(
                    !settings.knownHostsFile().isEmpty(),
                    "known-hosts-file has to name a file with the server's key, or anybody could"
                            + " answer in its place: ssh-keyscan HOST prints it, compare it with"
                            + " what its operators publish");
            check(
                    !settings.privateKeyFile().isEmpty(),
                    "private-key-file has to name a file with the key that ssh shows the server");
        }
        check(
                scheme == Scheme.SSH
                        || (settings.privateKeyFile().isEmpty()
                                && settings.knownHostsFile().isEmpty()),
                "private-key-file and known-hosts-file are for ssh: leave them out, or change uri");
        check(
                scheme == Scheme.HTTPS
                        || (settings.password().isEmpty()
                                && settings.passwordFile().isEmpty()
                                && settings.sslBundle().isEmpty()),
                "password, password-file and ssl-bundle are for https: leave them out, or change"
                        + " uri");
    }

    private static boolean isSize(DataSize size) {
        return size.toBytes() > 0 && size.toBytes() <= Integer.MAX_VALUE;
    }

    private static boolean isRef(String ref) {
        return ref.isEmpty()
                || ref.equals("HEAD")
                || Repository.isValidRefName(ref.startsWith("refs/") ? ref : "refs/heads/" + ref);
    }

    private static void file(String name, String file) {
        check(
                file.isEmpty() || Files.isReadable(Path.of(file)),
                "%s names %s, which is not there or can't be read".formatted(name, file));
    }

    private static void one(String name, String value, String file) {
        check(
                value.isEmpty() || file.isEmpty(),
                "%1$s and %1$s-file are both set: leave one of them out".formatted(name));
    }

    private static void check(boolean right, String message) {
        if (!right) {
            throw new IllegalArgumentException(PREFIX + message);
        }
    }
}
