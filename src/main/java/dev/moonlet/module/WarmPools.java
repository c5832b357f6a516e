package dev.moonlet.module;

import dev.moonlet.revision.Draft;
import dev.moonlet.revision.Preparation;
import dev.moonlet.revision.Step;
import org.springframework.stereotype.Component;

/** Has states there before the first request. */
@Component
final class WarmPools implements Preparation {

    @Override
    public Step step() {
        return Step.WARM;
    }

    @Override
    public void prepare(Draft draft) {
        draft.part(Programs.class).warm();
    }
}
