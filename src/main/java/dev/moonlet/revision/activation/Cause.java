package dev.moonlet.revision.activation;

import dev.moonlet.revision.history.Activation.Kind;

/** Why something else is to be served, and who wants it. */
record Cause(Kind kind, String who, String why) {

    static final Cause SOURCE = new Cause(Kind.FOLLOWED, "", "the source has it");
}
