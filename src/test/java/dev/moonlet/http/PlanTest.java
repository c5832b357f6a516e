package dev.moonlet.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class PlanTest {

    private final Plan plan = new Plan();

    @Test
    void refusesASecondRouteOfTheSameShape() {
        assertThat(plan.add(route("GET", "/a/{x}"))).isEmpty();
        assertThat(plan.add(route("PUT", "/a/{y}"))).isEmpty();

        assertThat(plan.add(route("GET", "/a/{y}")))
                .map(PlannedRoute::toString)
                .contains("GET /a/{x}");
        assertThat(plan.routes())
                .extracting(PlannedRoute::toString)
                .containsExactly("GET /a/{x}", "PUT /a/{y}");
    }

    private static PlannedRoute route(String method, String template) {
        return new PlannedRoute(method, PathTemplate.of(template), Optional.empty());
    }
}
