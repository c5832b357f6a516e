package dev.moonlet.revision.source.git;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.sshd.client.config.hosts.KnownHostEntry;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.eclipse.jgit.transport.CredentialsProvider;
import org.eclipse.jgit.transport.sshd.ServerKeyDatabase;
import org.jspecify.annotations.Nullable;

/** Accepts the keys that a file says of a server, and no others; nothing is added to it. */
final class KnownHosts implements ServerKeyDatabase, Hint {

    private static final int PORT = 22;

    private final Path file;
    private @Nullable String refusal;

    KnownHosts(Path file) {
        this.file = file;
    }

    @Override
    public List<PublicKey> lookup(
            String address, InetSocketAddress remote, Configuration configuration) {
        return keys(address, false);
    }

    @Override
    public boolean accept(
            String address,
            InetSocketAddress remote,
            PublicKey key,
            Configuration configuration,
            @Nullable CredentialsProvider provider) {
        List<PublicKey> known = keys(address, false);
        boolean revoked = contains(keys(address, true), key);
        if (contains(known, key) && !revoked) {
            return true;
        }
        if (refusal == null) {
            refusal = refusal(address, key, known.isEmpty(), revoked);
        }
        return false;
    }

    private String refusal(String address, PublicKey key, boolean unknown, boolean revoked) {
        String shown = "%s %s".formatted(KeyUtils.getKeyType(key), KeyUtils.getFingerPrint(key));
        if (revoked) {
            return "shows the key %s, which %s revokes: somebody else may be answering"
                    .formatted(shown, file);
        }
        if (unknown) {
            return "shows the key %s, and %s has none of %s: add it, if its operators confirm it"
                    .formatted(shown, file, address);
        }
        return ("shows the key %s, and %s has another of it: somebody else may be answering; put"
                        + " the new key there only if its operators confirm it")
                .formatted(shown, file);
    }

    @Override
    public Optional<String> told() {
        return Optional.ofNullable(refusal);
    }

    private static boolean contains(List<PublicKey> keys, PublicKey key) {
        return keys.stream().anyMatch(each -> KeyUtils.compareKeys(each, key));
    }

    private List<PublicKey> keys(String address, boolean revoked) {
        int colon = address.lastIndexOf(':');
        boolean hasPort = (colon > 0 && address.indexOf(':') == colon) || address.contains("]:");
        String host = (hasPort ? address.substring(0, colon) : address).replaceAll("[\\[\\]]", "");
        int port = hasPort ? Integer.parseInt(address.substring(colon + 1)) : PORT;
        List<PublicKey> keys = new ArrayList<>();
        try {
            for (KnownHostEntry entry : KnownHostEntry.readKnownHostEntries(file)) {
                String marker = entry.getMarker();
                boolean meant = revoked ? "revoked".equals(marker) : marker == null;
                if (meant && entry.isHostMatch(host, port)) {
                    keys.add(entry.getKeyEntry().resolvePublicKey(null, null));
                }
            }
        } catch (IOException | GeneralSecurityException | RuntimeException failure) {
            refusal =
                    "can't be known, as moonlet.bundle.git.known-hosts-file %s can't be read: %s"
                            .formatted(file, failure.getMessage());
            return List.of();
        }
        return keys;
    }
}
