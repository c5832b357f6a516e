package dev.moonlet.revision.history;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.jdbc.core.dialect.JdbcDialect;

/**
 * Tells the database by its address: asking it would need it to be there when the service starts.
 */
@Configuration(proxyBeanMethods = false)
class Database {

    @Bean
    Engine engine(@Value("${spring.datasource.url}") String url) {
        return Engine.of(url);
    }

    @Bean
    JdbcDialect jdbcDialect(Engine engine) {
        return engine.dialect();
    }
}
