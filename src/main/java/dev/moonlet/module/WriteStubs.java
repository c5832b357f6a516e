package dev.moonlet.module;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
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

            ---Calls a function later, in a coroutine of its own.
            ---@param callback function
            ---@param duration? number|string milliseconds, or a text like '10s'
            ---@param ... any what it is called with
            ---@return integer id
            function setTimeout(callback, duration, ...) end

            ---Calls a function again and again, each time so long after it has ended.
            ---@param callback function
            ---@param duration? number|string milliseconds, or a text like '10s'
            ---@param ... any what it is called with
            ---@return integer id
            function setInterval(callback, duration, ...) end

            ---@param id any what setTimeout has returned
            function clearTimeout(id) end

            ---@param id any what setInterval has returned
            function clearInterval(id) end
            """;

    private final Modules modules;

    WriteStubs(Modules modules) {
        this.modules = modules;
    }

    /** Writes a file for each module below a folder; returns how many. */
    public int to(Path folder) {
        TextFiles files = new TextFiles(folder);
        files.write("_globals.lua", GLOBALS);
        files.write("_tests.lua", tests());
        List<Definition> all = modules.definitions();
        all.forEach(each -> files.write(each.name().replace('.', '/') + ".lua", Stub.of(each)));
        return all.size();
    }

    /** What scripts have beside that when they are run as tests. */
    private static String tests() {
        try (InputStream in = WriteStubs.class.getResourceAsStream("test/stubs.lua")) {
            return new String(Objects.requireNonNull(in).readAllBytes(), UTF_8);
        } catch (IOException failed) {
            throw new UncheckedIOException("can't read the stubs of tests", failed);
        }
    }
}
