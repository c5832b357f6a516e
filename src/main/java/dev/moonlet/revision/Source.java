package dev.moonlet.revision;

import java.time.Duration;

/** Where bundles come from. */
public interface Source {

    /** Where that is, for messages. */
    String origin();

    /**
     * Tells what is there now from what was there before, without reading it.
     *
     * @throws SourceFailed if it can't be reached
     */
    String look() throws SourceFailed;

    /**
     * Reads what is there now; files that can't be taken are named, and left out.
     *
     * @throws SourceFailed if it can't be read
     */
    Fetched fetch() throws SourceFailed;

    /** How long to wait between two looks; zero if there is no need to look again. */
    Duration pace();
}
