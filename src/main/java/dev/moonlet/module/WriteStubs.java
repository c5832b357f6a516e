package dev.moonlet.module;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.stereotype.Component;

/** Writes what editors have to know of the installed modules and of profiles: {@code stubs DIR}. */
@Component
public final class WriteStubs {

    private static final String GLOBALS =
            """
            ---@meta

            ---The name of the profile that this script runs in.
            ---@type string
            PROFILE = ""

            ---@class moonlet.Profile
            ---@field name string
            ---@field memory_limit integer bytes
            ---@field features table<string, boolean>

            ---@type moonlet.Profile
            profile = {}

            ---Prints a message if the profile has the feature debug.
            ---@param message any
            function trace(message) end
            """;

    private final Modules modules;

    WriteStubs(Modules modules) {
        this.modules = modules;
    }

    /** Writes a file for each module below a folder; returns how many. */
    public int to(Path folder) {
        try {
            write(folder.resolve("moonlet.lua"), GLOBALS);
            for (Definition module : modules.definitions()) {
                write(folder.resolve(module.name().replace('.', '/') + ".lua"), Stub.of(module));
            }
            return modules.definitions().size();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static void write(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
