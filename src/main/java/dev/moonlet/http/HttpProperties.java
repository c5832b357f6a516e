package dev.moonlet.http;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * What the service keeps for itself at its edge.
 *
 * @param maxBody The largest request body that is read; a larger one is answered 413.
 * @param reserved Paths that Spring serves, with all below them; every other path is the bundle's.
 */
@ConfigurationProperties("moonlet.http")
record HttpProperties(
        @DefaultValue("1MB") DataSize maxBody,
        @DefaultValue({
                    "/actuator",
                    "/moonlet",
                    "/v3/api-docs",
                    "/v3/api-docs.yaml",
                    "/swagger-ui",
                    "/swagger-ui.html",
                    "/error"
                })
                List<String> reserved) {}
