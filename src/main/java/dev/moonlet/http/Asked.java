package dev.moonlet.http;

import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What is asked of a route: over HTTP, or by a script. */
interface Asked {

    /** Names the request in logs and in problems. */
    String id();

    String method();

    RequestPath path();

    /** The path as it is known to who asks. */
    String address();

    /** What stands behind the question mark, as it was sent. */
    @Nullable String query();

    /** The client's address. */
    String remote();

    /** The first header of a name in any case. */
    @Nullable String header(String name);

    /** By lower-case name; those that came several times, joined. */
    Map<String, Object> headers();

    /** The first of each name. */
    Map<String, Object> cookies();

    /** The bytes of the body; negative if they are not known before they are read. */
    long length();

    InputStream body() throws IOException;

    /** What it has come over, if it is not a script that asks. */
    Optional<Connection> connection();
}
