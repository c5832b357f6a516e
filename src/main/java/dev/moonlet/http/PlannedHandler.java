package dev.moonlet.http;

import dev.moonlet.http.contract.Contract;
import dev.moonlet.lua.FunctionName;
import dev.moonlet.lua.Limits;
import dev.moonlet.module.Profile;
import dev.moonlet.module.Programs;
import dev.moonlet.revision.Document;
import dev.moonlet.security.Requirements;
import java.util.Optional;
import org.springframework.web.cors.CorsConfiguration;

/**
 * A handler as its operation describes it; whether its script has it is still to be seen.
 *
 * @param named where it is named
 */
record PlannedHandler(
        Document named,
        FunctionName function,
        Profile profile,
        Limits limits,
        Places places,
        Requirements requirements,
        boolean talks,
        Optional<CorsConfiguration> cors,
        Contract contract) {

    Route.Handler served(Programs programs) {
        return new Route.Handler(
                function,
                programs.states(profile),
                limits,
                places,
                requirements,
                talks,
                cors,
                contract);
    }
}
