package dev.moonlet.http.document;

import dev.moonlet.revision.Draft;
import dev.moonlet.revision.Preparation;
import dev.moonlet.revision.Step;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Gives each revision its document. */
@Component
@Order(3)
final class PrepareDocument implements Preparation {

    @Override
    public Step step() {
        return Step.PARSE;
    }

    @Override
    public void prepare(Draft draft) {
        draft.add(BundleDocument.class, new BundleDocument(draft.bundle()));
    }
}
