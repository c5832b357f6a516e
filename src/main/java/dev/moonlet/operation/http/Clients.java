package dev.moonlet.operation.http;

import dev.moonlet.operation.Kind;
import dev.moonlet.operation.OperationFailed;
import dev.moonlet.security.Caller;
import dev.moonlet.security.Permissions;
import java.net.InetAddress;
import java.net.Proxy;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;
import okhttp3.ConnectionPool;
import okhttp3.Dns;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.ssl.SslBundle;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.stereotype.Component;

/** Decides whether a request may go where it wants to, and through which client. */
@Component
final class Clients implements DisposableBean {

    private final Hosts hosts;
    private final Permissions permissions;

    /** They share no connections: a host must not come to another's through the pool. */
    private final OkHttpClient anywhere;

    private final OkHttpClient publicOnly;

    @Autowired
    Clients(ClientProperties properties, Permissions permissions, SslBundles bundles) {
        this(
                properties,
                permissions,
                properties.sslBundle().isEmpty()
                        ? SslBundle.systemDefault()
                        : bundles.getBundle(properties.sslBundle()),
                Dns.SYSTEM,
                PublicAddress::is);
    }

    Clients(
            ClientProperties properties,
            Permissions permissions,
            SslBundle trust,
            Dns names,
            Predicate<InetAddress> isPublic) {
        hosts = new Hosts(properties.hosts());
        this.permissions = permissions;
        OkHttpClient.Builder client = builder(properties).dns(names);
        trust(client, trust);
        anywhere = client.socketFactory(new Sockets(_ -> true)).build();
        publicOnly =
                client.socketFactory(new Sockets(isPublic))
                        .connectionPool(pool(properties))
                        .build();
    }

    /** The client for an address, if the caller may go there. */
    OkHttpClient admit(HttpUrl url, Caller caller) throws OperationFailed {
        if (!permissions.allow(caller, Target.permission(url))) {
            throw denied("permission denied");
        }
        return switch (hosts.reach(url.host(), url.port())) {
            case NONE ->
                    throw denied(
                            "the host %s is not allowed: it is not in moonlet.client.hosts"
                                    .formatted(Target.resource(url)));
            case PUBLIC -> publicOnly;
            case ANYWHERE -> anywhere;
        };
    }

    /** How many connections are open. */
    int connections() {
        return anywhere.connectionPool().connectionCount()
                + publicOnly.connectionPool().connectionCount();
    }

    @Override
    public void destroy() {
        anywhere.connectionPool().evictAll();
        publicOnly.connectionPool().evictAll();
    }

    private static OperationFailed denied(String reason) {
        return new OperationFailed(Kind.PERMISSION_DENIED, reason);
    }

    /** Whoever asks has a deadline of its own, so that only connecting has one here. */
    private static OkHttpClient.Builder builder(ClientProperties properties) {
        return new OkHttpClient.Builder()
                .proxy(Proxy.NO_PROXY)
                .connectionPool(pool(properties))
                .connectTimeout(properties.connectTimeout())
                .readTimeout(0, TimeUnit.MILLISECONDS)
                .writeTimeout(0, TimeUnit.MILLISECONDS)
                .followRedirects(false)
                .fastFallback(false);
    }

    private static ConnectionPool pool(ClientProperties properties) {
        return new ConnectionPool(
                properties.idle(), properties.keepAlive().toMillis(), TimeUnit.MILLISECONDS);
    }

    private static void trust(OkHttpClient.Builder client, SslBundle bundle) {
        for (TrustManager each : bundle.getManagers().getTrustManagers()) {
            if (each instanceof X509TrustManager trusted) {
                client.sslSocketFactory(bundle.createSslContext().getSocketFactory(), trusted);
            }
        }
    }
}
