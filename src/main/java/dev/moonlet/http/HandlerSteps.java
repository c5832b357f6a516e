package dev.moonlet.http;

import dev.moonlet.module.Programs;
import dev.moonlet.revision.Draft;
import dev.moonlet.revision.Preparation;
import dev.moonlet.revision.Step;
import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

/** What the handlers of a plan have to pass, each in its step. */
@Configuration
class HandlerSteps {

    /** Tells why a handler can't be called, if it can't. */
    @FunctionalInterface
    private interface Check {
        Optional<String> obstacle(Programs programs, PlannedHandler handler);
    }

    @Bean
    Preparation resolveHandlers() {
        return all(Step.RESOLVE, (programs, handler) -> programs.missing(handler.function()));
    }

    @Bean
    Preparation checkHandlers() {
        return all(
                Step.CHECK,
                (programs, handler) -> programs.objection(handler.profile(), handler.function()));
    }

    @Bean
    @Order(1)
    Preparation loadHandlers() {
        return all(
                Step.LOAD,
                (programs, handler) -> programs.obstacle(handler.profile(), handler.function()));
    }

    private static Preparation all(Step step, Check check) {
        return new Preparation() {

            @Override
            public Step step() {
                return step;
            }

            @Override
            public void prepare(Draft draft) {
                Plan plan = draft.part(Plan.class);
                for (PlannedRoute route : plan.routes()) {
                    plan.handler(route).ifPresent(handler -> check(handler, route, plan, draft));
                }
            }

            private void check(PlannedHandler handler, PlannedRoute route, Plan plan, Draft draft) {
                check.obstacle(draft.part(Programs.class), handler)
                        .ifPresent(reason -> {
                            plan.breakDown(route);
                            draft.report(handler.named().problem(reason));
                        });
            }
        };
    }
}
