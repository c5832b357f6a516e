package dev.moonlet.revision.activation;

import dev.moonlet.revision.Revision;

/** A revision that was to be served is refused; its report tells why. */
public final class Unfit extends Exception {

    private final transient Revision revision;

    Unfit(Revision revision) {
        super(
                "revision %s is refused: %s"
                        .formatted(revision.id(), revision.report().problems().getFirst()));
        this.revision = revision;
    }

    public Revision revision() {
        return revision;
    }
}
