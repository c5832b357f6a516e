package dev.moonlet.http;

import dev.moonlet.module.http.Reply;
import dev.moonlet.operation.Dispatcher;
import dev.moonlet.operation.Kind;
import dev.moonlet.operation.OperationFailed;
import dev.moonlet.operation.Scope;
import dev.moonlet.operation.api.CallRoute;
import dev.moonlet.operation.http.Header;
import dev.moonlet.operation.http.Response;
import dev.moonlet.revision.Revisions;
import dev.moonlet.security.Permission;
import dev.moonlet.security.Permissions;
import dev.moonlet.security.Requirements;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/**
 * Has a route called by a script, for the same caller and out of the same revision, as a client
 * would have it called: what stands in the way is a response too.
 */
@Component
final class CallRouteDispatcher implements Dispatcher<CallRoute> {

    /** Each holds a state, and a page that is put together of parts of parts takes three. */
    private static final int DEEPEST = 8;

    private static final byte[] NOTHING = {};

    private final ReservedPaths reserved;
    private final ObjectProvider<Revisions> revisions;
    private final Permissions permissions;
    private final RunScripted runs;
    private final Problems problems;

    /**
     * Performs calls.
     *
     * @param revisions asked for late, as who lists the modules does not load a bundle
     */
    CallRouteDispatcher(
            HttpProperties properties,
            ObjectProvider<Revisions> revisions,
            Permissions permissions,
            RunScripted runs,
            Problems problems) {
        reserved = ReservedPaths.of(properties);
        this.revisions = revisions;
        this.permissions = permissions;
        this.runs = runs;
        this.problems = problems;
    }

    @Override
    public Response perform(CallRoute call, Scope scope)
            throws OperationFailed, IOException, InterruptedException {
        RouteOrigin origin = origin(scope);
        if (origin.depth() == DEEPEST) {
            throw new OperationFailed(
                    Kind.INTERNAL,
                    "%s %s would be more than %d calls deep: does a route call itself?"
                            .formatted(call.method(), call.target(), DEEPEST));
        }
        ScriptedRequest asked = ScriptedRequest.of(call, scope.id(), origin.remote());
        try {
            return response(asked, reply(asked, scope, origin));
        } catch (Refusal refusal) {
            return response(asked, problems.reply(asked, refusal));
        }
    }

    /** Scripts that Java calls are of the revision that is served. */
    private RouteOrigin origin(Scope scope) {
        return scope.origin() instanceof RouteOrigin origin
                ? origin
                : RouteOrigin.ofNobody(revisions.getObject().current().part(RouteTable.class));
    }

    private Reply.Answered reply(ScriptedRequest asked, Scope scope, RouteOrigin origin)
            throws Refusal, OperationFailed, IOException, InterruptedException {
        if (asked.path().isSuspicious()) {
            throw new Refusal(HttpStatus.BAD_REQUEST, Problems.SUSPICIOUS);
        }
        if (reserved.have(asked.path())) {
            throw FindHandler.nothing();
        }
        Optional<RouteTable.Place> place = origin.table().find(asked.path());
        if (place.isPresent()) {
            check(new Permission("api.call", place.get().template()), scope);
            if (place.get().isOptions(asked.method())) {
                return place.get().options();
            }
        }
        Found found = FindHandler.of(asked, place);
        check(found.handler().requirements(), scope);
        return runs.run(asked, found, scope, origin.within());
    }

    private void check(Permission needed, Scope scope) throws OperationFailed {
        if (!permissions.allow(scope.caller(), needed)) {
            throw new OperationFailed(Kind.PERMISSION_DENIED, "permission denied");
        }
    }

    private static void check(Requirements requirements, Scope scope) throws Refusal {
        if (!requirements.metBy(scope.caller())) {
            HttpStatus status =
                    scope.caller().anonymous() ? HttpStatus.UNAUTHORIZED : HttpStatus.FORBIDDEN;
            throw new Refusal(status, Problems.refusal(status.value()));
        }
    }

    private static Response response(ScriptedRequest asked, Reply.Answered reply) {
        List<Header> headers = new ArrayList<>();
        reply.headers().forEach(each -> headers.add(new Header(each.name(), each.value())));
        if (!reply.contentType().isEmpty()
                && headers.stream()
                        .noneMatch(
                                each -> each.name().equalsIgnoreCase(HttpHeaders.CONTENT_TYPE))) {
            headers.add(new Header(HttpHeaders.CONTENT_TYPE, reply.contentType()));
        }
        byte[] body = asked.method().equals("HEAD") ? NOTHING : reply.body();
        return new Response(reply.status(), asked.address(), headers, body);
    }
}
