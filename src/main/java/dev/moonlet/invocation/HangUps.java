package dev.moonlet.invocation;

import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Cancels the invocations whose clients have left. */
@Component
final class HangUps {

    private final Invocations invocations;

    HangUps(Invocations invocations) {
        this.invocations = invocations;
    }

    @Scheduled(fixedDelay = 100)
    void look() {
        for (Running each : invocations.running()) {
            if (each.isAlone()) {
                each.cancel();
            }
        }
    }
}
