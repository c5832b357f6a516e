package dev.moonlet.revision.history;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What is remembered.
 *
 * @param keep How many revisions are kept with their content, so that one can go back to them.
 */
@ConfigurationProperties("moonlet.history")
public record HistoryProperties(@DefaultValue("100") int keep) {

    /** Or one might go that another instance has prepared and is just about to serve. */
    private static final int FEWEST = 10;

    public HistoryProperties {
        if (keep < FEWEST) {
            throw new IllegalArgumentException("moonlet.history.keep has to be at least " + FEWEST);
        }
    }
}
