package dev.moonlet.http;

import static java.lang.invoke.MethodHandles.privateLookupIn;
import static java.lang.invoke.MethodType.methodType;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import org.apache.coyote.Request;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The stream of an HTTP/2 connection in which a request has come. Tomcat knows whether its client
 * has reset it, and tells nobody.
 */
final class Http2Stream {

    private static final Logger LOG = LoggerFactory.getLogger(Http2Stream.class);
    private static final String PACKAGE = "org.apache.coyote.http2.";
    private static final @Nullable MethodHandle IS_OPEN = isOpen();

    private Http2Stream() {}

    /** Whether the client has reset it; false for a request that has come otherwise. */
    static boolean isReset(Request request) {
        try {
            return IS_OPEN != null && !(boolean) IS_OPEN.invokeExact(request);
        } catch (ClassCastException noStream) {
            return false;
        } catch (Throwable unexpected) {
            throw new AssertionError(unexpected);
        }
    }

    /** {@code request.hook.stream.isActive()}. */
    private static @Nullable MethodHandle isOpen() {
        try {
            Class<?> stream = Class.forName(PACKAGE + "Stream");
            Class<?> processor = Class.forName(PACKAGE + "StreamProcessor");
            MethodHandle hook =
                    in(Request.class)
                            .findGetter(Request.class, "hook", org.apache.coyote.ActionHook.class);
            MethodHandle of = in(processor).findGetter(processor, "stream", stream);
            MethodHandle isActive =
                    in(stream).findVirtual(stream, "isActive", methodType(boolean.class));
            MethodHandle streamOf =
                    MethodHandles.filterReturnValue(
                            hook.asType(methodType(processor, Request.class)), of);
            return MethodHandles.filterReturnValue(streamOf, isActive);
        } catch (ReflectiveOperationException changed) {
            LOG.warn("clients that reset a stream of HTTP/2 will not be noticed: {}", changed);
            return null;
        }
    }

    private static MethodHandles.Lookup in(Class<?> type) throws IllegalAccessException {
        return privateLookupIn(type, MethodHandles.lookup());
    }
}
