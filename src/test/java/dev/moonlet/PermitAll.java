package dev.moonlet;

import dev.moonlet.security.Permissions;
import org.springframework.context.annotation.Bean;

/** Permits everything, where a test asks for it. */
class PermitAll {

    @Bean
    Permissions everything() {
        return (_, _) -> true;
    }
}
