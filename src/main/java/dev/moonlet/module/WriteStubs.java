package dev.moonlet.module;

import java.nio.file.Path;
import java.util.List;
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
        TextFiles files = new TextFiles(folder);
        files.write("moonlet.lua", GLOBALS);
        List<Definition> all = modules.definitions();
        all.forEach(each -> files.write(each.name().replace('.', '/') + ".lua", Stub.of(each)));
        return all.size();
    }
}
