package dev.moonlet.module;

import dev.moonlet.revision.Document;
import dev.moonlet.revision.Unusable;
import java.time.Duration;
import java.util.List;

/** Reads what stands in many places of a bundle. */
final class ReadValues {

    private ReadValues() {}

    static Duration duration(Document value) throws Unusable {
        try {
            Duration duration = Durations.parse(value.text().orElse(""));
            if (duration.isPositive()) {
                return duration;
            }
        } catch (IllegalArgumentException wrong) {
            // told below, in one way for all that is no duration
        }
        throw new Unusable(value.problem("is no duration: write 250ms, 10s or 5m"));
    }

    static int number(Document value, int least) throws Unusable {
        try {
            int number = Integer.parseUnsignedInt(value.text().orElse(""));
            if (number >= least) {
                return number;
            }
        } catch (NumberFormatException wrong) {
            // told below, in one way for all that is no number
        }
        throw new Unusable(value.problem("has to be a number, %d at least".formatted(least)));
    }

    static List<Document> items(Document list) throws Unusable {
        if (!list.isSequence()) {
            throw new Unusable(list.problem("is not a list: write [one, another]"));
        }
        return list.items();
    }
}
