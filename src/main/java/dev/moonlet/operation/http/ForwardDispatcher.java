package dev.moonlet.operation.http;

import dev.moonlet.operation.Dispatcher;
import dev.moonlet.operation.OperationFailed;
import dev.moonlet.operation.Scope;
import okhttp3.Headers;
import okhttp3.HttpUrl;
import okhttp3.Request;
import org.springframework.stereotype.Component;

/** Sends requests on. */
@Component
final class ForwardDispatcher implements Dispatcher<Forward> {

    private final Clients clients;
    private final Sender sender;

    ForwardDispatcher(Clients clients, Sender sender) {
        this.clients = clients;
        this.sender = sender;
    }

    @Override
    public Forwarded perform(Forward forward, Scope scope)
            throws OperationFailed, InterruptedException {
        HttpUrl url = forward.target().url();
        Forwarded forwarded =
                new Forwarded(clients.admit(url, scope.caller()).newCall(request(forward, url)));
        boolean hasBegun = false;
        try {
            sender.await(forwarded::begin, forward, sender.left(forward.timeout(), scope));
            hasBegun = true;
        } finally {
            if (!hasBegun) {
                forwarded.close();
            }
        }
        return forwarded;
    }

    private static Request request(Forward forward, HttpUrl url) {
        Headers.Builder headers = new Headers.Builder();
        forward.headers()
                .forEach(each ->
                        headers.addUnsafeNonAscii(each.name(), Octets.toUtf8(each.value())));
        Hop hop = new Hop(forward.method(), url, forward.headers(), forward.body());
        return new Request.Builder()
                .url(url)
                .headers(headers.build())
                .method(forward.method(), Content.of(hop))
                .build();
    }
}
