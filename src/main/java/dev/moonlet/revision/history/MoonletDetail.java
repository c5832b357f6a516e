package dev.moonlet.revision.history;

import org.springframework.data.annotation.Id;

/** The row of what is large about a revision, in JSON. */
record MoonletDetail(@Id String id, String report, String traits, String files) {}
