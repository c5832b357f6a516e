package dev.moonlet.http;

import dev.moonlet.module.Programs;
import dev.moonlet.operation.Origin;
import dev.moonlet.revision.Draft;
import dev.moonlet.revision.Preparation;
import dev.moonlet.revision.Step;
import java.util.List;
import java.util.Optional;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Makes the {@link RouteTable} of what was planned. */
@Component
@Order(2)
final class BuildRoutes implements Preparation {

    @Override
    public Step step() {
        return Step.LOAD;
    }

    @Override
    public void prepare(Draft draft) {
        RouteTable table = new RouteTable();
        Plan plan = draft.part(Plan.class);
        for (PlannedRoute planned : plan.routes()) {
            Optional<PlannedHandler> handler = plan.handler(planned);
            Route.Target target =
                    handler.<Route.Target>map(each -> each.served(draft.part(Programs.class)))
                            .orElseGet(Route.Broken::new);
            table.add(new Route(planned.method(), planned.template(), target));
            if (handler.isPresent()) {
                draft.serves(planned.toString());
                tell(planned.toString(), handler.get(), draft);
            }
        }
        draft.add(RouteTable.class, table);
        draft.add(Origin.class, RouteOrigin.ofNobody(table));
    }

    private static void tell(String route, PlannedHandler handler, Draft draft) {
        draft.tell("routes", route, "handler", List.of(handler.function().toString()));
        draft.tell("routes", route, "profile", List.of(handler.profile().name()));
        draft.tell("routes", route, "callers", handler.requirements().facts());
        draft.part(Programs.class).tell(handler.profile(), handler.function(), route, draft);
    }
}
