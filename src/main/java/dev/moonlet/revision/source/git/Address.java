package dev.moonlet.revision.source.git;

import java.net.URISyntaxException;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.jgit.transport.URIish;

/** Where a repository is, in one of the few ways that are followed, and without a secret. */
record Address(Scheme scheme, URIish uri) {

    /** How a repository is asked. */
    enum Scheme {
        FILE,
        SSH,
        HTTPS
    }

    private static final String URI = "moonlet.bundle.git.uri";
    private static final Pattern HELPER = Pattern.compile("([A-Za-z0-9+.-]*)::.*", Pattern.DOTALL);
    private static final Pattern SCHEME = Pattern.compile("([^/:@]*)://.*", Pattern.DOTALL);
    private static final Pattern SCP = Pattern.compile("(?:[^/:@]+@)?[^/:@]+:[^:].*");

    /**
     * Reads an address.
     *
     * @throws IllegalArgumentException that says what is wrong with it, but not what it is
     */
    static Address of(String uri) {
        if (uri.isEmpty() || uri.chars().anyMatch(c -> c <= ' ' || c == 0x7f)) {
            throw wrong("is empty or has a blank in it: write " + examples());
        }
        Scheme scheme = scheme(uri);
        URIish parsed = parse(uri);
        if (parsed.getPass() != null || (scheme == Scheme.HTTPS && parsed.getUser() != null)) {
            throw wrong(
                    "has a user or a password in it, which would be shown in logs: put them into"
                            + " moonlet.bundle.git.username and moonlet.bundle.git.password-file");
        }
        boolean hasHost = parsed.getHost() != null && !parsed.getHost().isEmpty();
        boolean hasPath = parsed.getPath() != null && parsed.getPath().length() > 1;
        if (hasHost == (scheme == Scheme.FILE) || !hasPath || uri.matches(".*[?#].*")) {
            throw wrong("is no address of a repository: write " + examples());
        }
        return new Address(scheme, parsed);
    }

    private static Scheme scheme(String uri) {
        Matcher helper = HELPER.matcher(uri);
        if (helper.matches()) {
            throw wrong(
                    "is not followed with %s::, write %s".formatted(helper.group(1), examples()));
        }
        Matcher named = SCHEME.matcher(uri);
        if (named.matches()) {
            return switch (named.group(1).toLowerCase(Locale.ROOT)) {
                case "file" -> Scheme.FILE;
                case "ssh" -> Scheme.SSH;
                case "https" -> Scheme.HTTPS;
                default ->
                        throw wrong(
                                "is not followed with %s://, write %s"
                                        .formatted(named.group(1), examples()));
            };
        }
        if (SCP.matcher(uri).matches()) {
            return Scheme.SSH;
        }
        throw wrong("has no scheme: write " + examples());
    }

    private static URIish parse(String uri) {
        try {
            return new URIish(uri);
        } catch (URISyntaxException notSaidForItMayHoldASecret) {
            throw wrong("is no address of a repository: write " + examples());
        }
    }

    private static String examples() {
        return "https://host/team/repository.git, ssh://git@host/team/repository.git"
                + " or file:///folder/repository.git";
    }

    private static IllegalArgumentException wrong(String what) {
        return new IllegalArgumentException(URI + " " + what);
    }

    /** As it may be shown. */
    @Override
    public String toString() {
        return uri.toString();
    }
}
