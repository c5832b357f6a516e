package dev.moonlet.revision.history;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;

/** The one row of what operators have chosen. */
record MoonletChoice(
        @Id int id,
        @Nullable String revision,
        boolean pinned,
        String head,
        long activation,
        @Version long version) {

    /** The id of the row. */
    static final int ID = 1;

    static MoonletChoice of(Choice choice, long activation) {
        return new MoonletChoice(
                ID,
                choice.revision().orElse(null),
                choice.pinned(),
                choice.head(),
                activation,
                choice.version());
    }

    Choice choice() {
        return new Choice(Optional.ofNullable(revision), pinned, head, activation, version);
    }
}
