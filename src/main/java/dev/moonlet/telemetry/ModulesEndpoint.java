package dev.moonlet.telemetry;

import dev.moonlet.module.LoadStep;
import dev.moonlet.module.ModuleStatus;
import dev.moonlet.module.Modules;
import dev.moonlet.module.Programs;
import dev.moonlet.revision.Revisions;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.stereotype.Component;

/** Tells how far it has come with the modules, and with what the stages of profiles load. */
@Component
@Endpoint(id = "modules")
final class ModulesEndpoint {

    private final Modules modules;
    private final Revisions revisions;

    ModulesEndpoint(Modules modules, Revisions revisions) {
        this.modules = modules;
        this.revisions = revisions;
    }

    @ReadOperation
    Report report() {
        Map<String, Progress> states = new LinkedHashMap<>();
        modules.statuses().forEach(each -> states.put(each.name(), Progress.of(each)));
        Map<String, List<Step>> profiles = new LinkedHashMap<>();
        revisions
                .current()
                .part(Programs.class)
                .steps()
                .forEach((profile, steps) -> profiles.put(profile, numbered(steps)));
        return new Report(states, profiles);
    }

    private static List<Step> numbered(List<LoadStep> steps) {
        List<Step> numbered = new ArrayList<>();
        for (LoadStep step : steps) {
            numbered.add(
                    new Step(
                            numbered.size() + 1,
                            steps.size(),
                            step.stage(),
                            step.name(),
                            step.required(),
                            step.progress().word(),
                            step.error().orElse("")));
        }
        return numbered;
    }

    record Report(Map<String, Progress> modules, Map<String, List<Step>> profiles) {}

    record Progress(String progress, String error) {

        static Progress of(ModuleStatus status) {
            return new Progress(status.progress().word(), status.error().orElse(""));
        }
    }

    record Step(
            int number,
            int of,
            String stage,
            String name,
            boolean required,
            String progress,
            String error) {}
}
