package dev.moonlet.revision;

import java.util.Locale;

/** What a bundle goes through until it is served, in this order. */
public enum Step {

    /** Its files are taken, those that may be. */
    FETCH,
    /** Its documents are read: profiles, routes. */
    PARSE,
    /** The scripts that routes name are looked for. */
    RESOLVE,
    /** Its scripts are compiled; nothing of them runs. */
    COMPILE,
    /** What scripts require is compared with what their profiles allow. */
    CHECK,
    /** Scripts are loaded in states that nobody else uses, under limits. */
    LOAD,
    /** Its own tests run, if the operator wants them to. */
    TEST,
    /** States are made for those who come first. */
    WARM,
    /** It is served. */
    SWAP;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
