package dev.moonlet.http;

import dev.moonlet.invocation.Client;
import dev.moonlet.invocation.Invocation;
import dev.moonlet.invocation.Invocations;
import dev.moonlet.invocation.Outcome;
import dev.moonlet.lua.Limits;
import dev.moonlet.module.http.HandlerCall;
import dev.moonlet.module.http.Original;
import dev.moonlet.module.http.Reply;
import dev.moonlet.module.http.Request;
import dev.moonlet.module.http.Streaming;
import dev.moonlet.operation.OperationFailed;
import dev.moonlet.operation.Scope;
import dev.moonlet.operation.stream.Outlet;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.function.Supplier;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Runs the handler of a route that a script calls, for no longer than the script has time. */
@Component
final class RunScripted {

    private static final String CLIENTS_ONLY =
            "This route streams, forwards or talks over a WebSocket, which it does for clients only.";

    private final ReadRequest requests;
    private final ObjectProvider<Invocations> invocations;
    private final AnswerOutcome answers;
    private final Clock clock;
    private final RequestListener listener;

    /**
     * Runs handlers.
     *
     * @param invocations asked for late, as they perform the operation that this is for
     */
    RunScripted(
            ReadRequest requests,
            ObjectProvider<Invocations> invocations,
            AnswerOutcome answers,
            Clock clock,
            RequestListener listener) {
        this.requests = requests;
        this.invocations = invocations;
        this.answers = answers;
        this.clock = clock;
        this.listener = listener;
    }

    Reply.Answered run(ScriptedRequest asked, Found found, Scope scope, RouteOrigin origin)
            throws Refusal, IOException, InterruptedException {
        if (found.handler().talks()) {
            throw new Refusal(HttpStatus.NOT_IMPLEMENTED, CLIENTS_ONLY);
        }
        Request request = requests.from(asked, found, scope.caller());
        try {
            return answers.reply(asked, found.handler(), placed(request, found, scope, origin));
        } finally {
            request.content().forget();
        }
    }

    private Outcome<Reply> placed(Request request, Found found, Scope scope, RouteOrigin origin)
            throws Refusal, InterruptedException {
        Route.Handler handler = found.handler();
        if (!handler.places().take()) {
            listener.refused(handler.function());
            return ServeRoute.full(handler);
        }
        try {
            return outcome(request, found, scope, origin);
        } finally {
            handler.places().leave();
        }
    }

    private Outcome<Reply> outcome(Request request, Found found, Scope scope, RouteOrigin origin)
            throws Refusal, InterruptedException {
        Route.Handler handler = found.handler();
        ForClients forClients = new ForClients();
        HandlerCall call =
                new HandlerCall(
                        handler.function(),
                        request,
                        handler.contract().responses()::emptyIsArray,
                        forClients,
                        forClients);
        Invocation<Reply> invocation =
                new Invocation<>(
                        scope.id(),
                        scope.caller(),
                        scope.namespace(),
                        origin,
                        handler.states(),
                        limits(handler, scope),
                        call);
        Script script = new Script(Thread.currentThread());
        Outcome<Reply> outcome = invocations.getObject().run(invocation, script);
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        if (forClients.asked) {
            throw new Refusal(HttpStatus.NOT_IMPLEMENTED, CLIENTS_ONLY);
        }
        return outcome;
    }

    private Limits limits(Route.Handler handler, Scope scope) {
        Duration left = Duration.between(clock.instant(), scope.deadline());
        Limits limits = handler.limits();
        return left.compareTo(limits.time()) < 0 ? limits.withTime(left) : limits;
    }

    /** The script waits in a thread that is interrupted when it is canceled. */
    private record Script(Thread waiting) implements Client {

        @Override
        public boolean hasLeft() {
            return waiting.isInterrupted();
        }

        @Override
        public boolean isInvocation() {
            return true;
        }
    }

    /** Remembers that something was asked for that is done for clients only. */
    private static final class ForClients implements Streaming, Supplier<Original> {

        private boolean asked;

        @Override
        public Outlet begin(Head head) throws OperationFailed {
            asked = true;
            return Streaming.NONE.begin(head);
        }

        @Override
        public Original get() {
            asked = true;
            return Original.NONE.get();
        }
    }
}
