package dev.moonlet.module;

import dev.moonlet.revision.Draft;
import dev.moonlet.revision.Preparation;
import dev.moonlet.revision.Problem;
import dev.moonlet.revision.Step;
import org.springframework.stereotype.Component;

/** Compiles all scripts of a bundle, also those that no route needs. */
@Component
final class CompileScripts implements Preparation {

    @Override
    public Step step() {
        return Step.COMPILE;
    }

    @Override
    public void prepare(Draft draft) {
        draft.part(Programs.class)
                .problems()
                .forEach(each ->
                        draft.report(
                                new Problem("lua/" + each.script(), each.line(), each.reason())));
    }
}
