package dev.moonlet.module;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import org.springframework.stereotype.Component;

/** Writes a page for each installed module, and one that names them: {@code reference DIR}. */
@Component
public final class WriteReference {

    private static final String INDEX =
            """
            # Modules

            What the modules say of themselves, written by `java -jar moonlet.jar reference DIR`.

            """;

    private final Modules modules;

    WriteReference(Modules modules) {
        this.modules = modules;
    }

    /** Writes the pages into a folder; returns how many modules there are. */
    public int to(Path folder) {
        List<Definition> all =
                modules.definitions().stream()
                        .sorted(Comparator.comparing(Definition::name))
                        .toList();
        TextFiles files = new TextFiles(folder);
        files.write("README.md", INDEX + Reference.index(all) + "\n");
        all.forEach(each -> files.write(Reference.file(each.name()), Reference.of(each)));
        return all.size();
    }
}
