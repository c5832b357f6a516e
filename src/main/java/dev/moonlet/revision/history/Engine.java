package dev.moonlet.revision.history;

import org.springframework.data.jdbc.core.dialect.JdbcDialect;
import org.springframework.data.jdbc.core.dialect.JdbcH2Dialect;
import org.springframework.data.jdbc.core.dialect.JdbcPostgresDialect;

/** A database that history can be kept in; its tables are made by the scripts of its folder. */
record Engine(String folder, JdbcDialect dialect) {

    static Engine of(String url) {
        if (url.startsWith("jdbc:h2:")) {
            return new Engine("h2", JdbcH2Dialect.INSTANCE);
        }
        if (url.startsWith("jdbc:postgresql:")) {
            return new Engine("postgresql", JdbcPostgresDialect.INSTANCE);
        }
        throw new IllegalArgumentException(
                "spring.datasource.url has to begin with jdbc:postgresql: or jdbc:h2:");
    }
}
