package dev.moonlet.revision;

import java.util.List;

/** Where bundles come from. */
@FunctionalInterface
interface Source {

    /** What is there now; files that can't be taken are named, and left out. */
    Fetched fetch();

    record Fetched(Bundle bundle, List<Problem> problems) {}
}
