package dev.moonlet;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A bundle that a test writes. */
record BundleFolder(Path folder) {

    BundleFolder with(String path, String content) throws IOException {
        Path file = folder.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, content);
        return this;
    }

    /** Adds the document whose paths are given, each indented by two. */
    BundleFolder serving(String paths) throws IOException {
        return with("config/openapi.yaml", "openapi: 3.1.0\npaths:\n" + paths.indent(2));
    }
}
