package dev.moonlet.module;

import dev.moonlet.revision.Retirement;
import dev.moonlet.revision.Revision;
import org.springframework.stereotype.Component;

/** Lets go of the states of a revision as those who have begun with it come to their end. */
@Component
final class RetirePrograms implements Retirement {

    @Override
    public void retire(Revision revision) {
        revision.find(Programs.class).ifPresent(Programs::retire);
    }
}
