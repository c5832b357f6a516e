package dev.moonlet.revision.history;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;

/** The row of an activation. */
record MoonletActivation(
        @Id @Nullable Long number,
        String revision,
        String previous,
        String who,
        String why,
        Activation.Kind kind,
        String instance,
        OffsetDateTime at) {

    static MoonletActivation of(Activation activation) {
        return new MoonletActivation(
                null,
                activation.revision(),
                activation.from(),
                text(activation.who()),
                text(activation.why()),
                activation.kind(),
                text(activation.instance()),
                time(activation.at()));
    }

    Activation activation() {
        return new Activation(
                Objects.requireNonNull(number),
                revision,
                previous,
                who,
                why,
                kind,
                instance,
                at.toInstant());
    }

    /** As precise as databases are. */
    static OffsetDateTime time(Instant time) {
        return time.truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC);
    }

    /** PostgreSQL has no text with a zero in it. */
    static String text(String text) {
        return text.replace('\0', '\ufffd');
    }
}
