package dev.moonlet.revision.history;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** What holds in each of the databases, beginning with an empty one. */
@ParameterizedClass
@EnumSource
abstract class InEachDatabase {

    final Databases database;

    @TempDir private Path folder;
    String url = "";
    Instance instance;
    History history;

    InEachDatabase(Databases database) {
        this.database = database;
    }

    @BeforeEach
    final void open() throws IOException {
        url = database.empty(folder);
        instance = new Instance(url);
        history = instance.history();
    }

    @AfterEach
    final void close() {
        instance.close();
    }

    long contents() {
        return instance.sql()
                .sql("select count(*) from moonlet_content")
                .query(Long.class)
                .single();
    }
}
