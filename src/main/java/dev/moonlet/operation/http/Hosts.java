package dev.moonlet.operation.http;

import java.util.List;

/** Whom scripts may reach. */
final class Hosts {

    private final List<HostPattern> patterns;

    Hosts(List<String> entries) {
        patterns = entries.stream().map(HostPattern::of).toList();
    }

    Reach reach(String host, int port) {
        Reach reach = Reach.NONE;
        for (HostPattern pattern : patterns) {
            if (pattern.matches(host, port)) {
                if (!pattern.isWildcard()) {
                    return Reach.ANYWHERE;
                }
                reach = Reach.PUBLIC;
            }
        }
        return reach;
    }
}
