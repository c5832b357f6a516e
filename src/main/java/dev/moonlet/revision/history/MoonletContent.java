package dev.moonlet.revision.history;

import org.springframework.data.annotation.Id;

/** The row of a content, which revisions may share. */
record MoonletContent(@Id String hash, byte[] archive) {}
