package dev.moonlet.http;

import static java.lang.invoke.MethodHandles.privateLookupIn;
import static java.lang.invoke.MethodType.methodType;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import org.apache.coyote.CloseNowException;
import org.apache.coyote.Request;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The stream of an HTTP/2 connection in which a request has come. Tomcat knows whether its client
 * has reset it, and tells nobody; and it lets nobody else reset it.
 */
final class Http2Stream {

    private static final Logger LOG = LoggerFactory.getLogger(Http2Stream.class);
    private static final String PACKAGE = "org.apache.coyote.http2.";
    private static final @Nullable MethodHandle IS_OPEN = isOpen();
    private static final @Nullable MethodHandle CANCEL = cancel();

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

    /** Has it reset as soon as control is Tomcat's again, instead of ended. */
    static void cancel(Request request) {
        try {
            if (CANCEL != null) {
                CANCEL.invokeExact(request, "broken off");
            }
        } catch (ClassCastException | CloseNowException noStreamOrDone) {
            // a connection of HTTP/1.1 is closed, and of a stream this is how it is told
        } catch (Throwable unexpected) {
            throw new AssertionError(unexpected);
        }
    }

    /** {@code request.hook.stream.doStreamCancel(message, Http2Error.INTERNAL_ERROR)}. */
    private static @Nullable MethodHandle cancel() {
        try {
            Class<?> stream = Class.forName(PACKAGE + "Stream");
            Class<?> error = Class.forName(PACKAGE + "Http2Error");
            MethodHandle cancel =
                    in(stream)
                            .findVirtual(
                                    stream,
                                    "doStreamCancel",
                                    methodType(void.class, String.class, error));
            Object internal = in(error).findStaticGetter(error, "INTERNAL_ERROR", error).invoke();
            return MethodHandles.filterArguments(
                    MethodHandles.insertArguments(cancel, 2, internal), 0, streamOf(stream));
        } catch (Throwable changed) {
            LOG.warn("answers over HTTP/2 that break off will look whole: {}", changed);
            return null;
        }
    }

    /** {@code request.hook.stream.isActive()}. */
    private static @Nullable MethodHandle isOpen() {
        try {
            Class<?> stream = Class.forName(PACKAGE + "Stream");
            MethodHandle isActive =
                    in(stream).findVirtual(stream, "isActive", methodType(boolean.class));
            return MethodHandles.filterReturnValue(streamOf(stream), isActive);
        } catch (ReflectiveOperationException changed) {
            LOG.warn("clients that reset a stream of HTTP/2 will not be noticed: {}", changed);
            return null;
        }
    }

    /** {@code request.hook.stream}. */
    private static MethodHandle streamOf(Class<?> stream) throws ReflectiveOperationException {
        Class<?> processor = Class.forName(PACKAGE + "StreamProcessor");
        MethodHandle hook =
                in(Request.class)
                        .findGetter(Request.class, "hook", org.apache.coyote.ActionHook.class);
        MethodHandle of = in(processor).findGetter(processor, "stream", stream);
        return MethodHandles.filterReturnValue(
                hook.asType(methodType(processor, Request.class)), of);
    }

    private static MethodHandles.Lookup in(Class<?> type) throws IllegalAccessException {
        return privateLookupIn(type, MethodHandles.lookup());
    }
}
