package dev.moonlet.module.http;

import dev.moonlet.lua.Rejected.Reason;
import dev.moonlet.module.json.JsonSchema;
import java.util.ArrayList;
import java.util.List;

/** What was found of a request: what is wrong with it, and what is still to be checked. */
public final class Findings {

    private final List<Reason> reasons = new ArrayList<>(0);
    private final List<Unchecked> unchecked = new ArrayList<>(0);

    /** Says what is wrong at a place; more than some say nothing more. */
    public void wrong(String pointer, String message) {
        if (reasons.size() < JsonSchema.MOST_REASONS) {
            reasons.add(new Reason(pointer, message));
        }
    }

    public void unchecked(Unchecked value) {
        unchecked.add(value);
    }

    public List<Reason> reasons() {
        return reasons;
    }

    /** Checks what is left. */
    void check() {
        unchecked.forEach(
                each -> each.check().forEach(reason -> wrong(reason.pointer(), reason.message())));
        unchecked.clear();
    }
}
