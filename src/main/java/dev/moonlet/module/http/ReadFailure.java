package dev.moonlet.module.http;

import dev.moonlet.lua.Text;
import dev.moonlet.module.ErrorValue;
import dev.moonlet.module.json.JsonValues;
import dev.moonlet.operation.Kind;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.luaj.vm2.LuaError;
import org.luaj.vm2.LuaNumber;
import org.luaj.vm2.LuaString;
import org.luaj.vm2.LuaTable;
import org.luaj.vm2.LuaValue;

/** Reads what a handler calls an error. */
final class ReadFailure {

    /** A line of a traceback that is a script's: {@code orders.lua:12: in …}. */
    private static final Pattern PLACE = Pattern.compile("\n\t([^\n]+:[0-9]+): in ");

    private ReadFailure() {}

    /** The failure that an error stands for; any value but an error object is a bug of somebody. */
    static Reply.Failed from(LuaValue error) {
        if (ErrorValue.TYPE.fits(error)) {
            return of(ErrorValue.TYPE.content(error));
        }
        String message =
                error instanceof LuaString text
                        ? Text.of(text)
                        : "nil and a %s, which is neither a status nor an error"
                                .formatted(error.typename());
        return new Reply.Failed(500, message, null, "", OptionalLong.empty());
    }

    private static Reply.Failed of(ErrorValue error) {
        int status = status(error.kind());
        String message = Text.of(error.message());
        OptionalLong retryAfter = retryAfter(error);
        String place = place(error.stack());
        if (status >= 500) {
            return new Reply.Failed(status, message, null, place, retryAfter);
        }
        try {
            Object details = details(error.details());
            return new Reply.Failed(status, message, details, place, retryAfter);
        } catch (LuaError noForm) {
            String flaw = "%s; its details: %s".formatted(message, noForm.getMessage());
            return new Reply.Failed(500, flaw, null, place, retryAfter);
        }
    }

    private static int status(Kind kind) {
        return switch (kind) {
            case INVALID -> 400;
            case UNAUTHENTICATED -> 401;
            case PERMISSION_DENIED -> 403;
            case NOT_FOUND -> 404;
            case ALREADY_EXISTS, CONFLICT -> 409;
            case RATE_LIMITED -> 429;
            case CANCELED -> 499;
            case INTERNAL, UNKNOWN -> 500;
            case UNAVAILABLE -> 503;
            case TIMEOUT -> 504;
        };
    }

    private static @Nullable Object details(LuaValue details) {
        return details == LuaValue.NIL ? null : JsonValues.copy(details);
    }

    private static OptionalLong retryAfter(ErrorValue error) {
        boolean mayPass = error.kind() == Kind.RATE_LIMITED || error.kind() == Kind.UNAVAILABLE;
        return mayPass
                        && error.details() instanceof LuaTable details
                        && details.rawget("retry_after") instanceof LuaNumber seconds
                        && seconds.todouble() >= 0
                ? OptionalLong.of((long) Math.ceil(seconds.todouble()))
                : OptionalLong.empty();
    }

    private static String place(LuaString stack) {
        Matcher place = PLACE.matcher(Text.of(stack));
        return place.find() ? place.group(1) : "";
    }
}
