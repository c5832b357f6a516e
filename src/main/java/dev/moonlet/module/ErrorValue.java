package dev.moonlet.module;

import dev.moonlet.lua.Text;
import dev.moonlet.lua.value.Held;
import dev.moonlet.lua.value.Strings;
import dev.moonlet.lua.value.Traceback;
import dev.moonlet.module.signature.Types;
import dev.moonlet.operation.Kind;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.luaj.vm2.LuaString;
import org.luaj.vm2.LuaValue;
import org.luaj.vm2.Varargs;

/**
 * What went wrong, as an object that scripts can ask: {@code e:message() e:kind() e:retryable()
 * e:details() e:stack()}.
 *
 * @param details what else is known, or nil
 * @param stack where it was made
 * @param cause what it wraps
 */
public record ErrorValue(
        LuaString message,
        Kind kind,
        boolean retryable,
        LuaValue details,
        LuaString stack,
        @Nullable ErrorValue cause)
        implements Held {

    public static final ObjectType<ErrorValue> TYPE =
            ObjectType.named("errors.Error", ErrorValue.class)
                    .method(
                            ModuleFunction.named("message")
                                    .described("What went wrong.")
                                    .returns(Types.STRING)
                                    .does(self -> self(self).message))
                    .method(
                            ModuleFunction.named("kind")
                                    .described("What sort of failure it is: NotFound, Timeout, …")
                                    .returns(Types.STRING)
                                    .does(self -> Text.of(word(self(self).kind))))
                    .method(
                            ModuleFunction.named("retryable")
                                    .described("Whether it may go well another time.")
                                    .returns(Types.BOOLEAN)
                                    .does(self -> LuaValue.valueOf(self(self).retryable)))
                    .method(
                            ModuleFunction.named("details")
                                    .described("What else is known, or nil.")
                                    .returns(Types.ANY)
                                    .does(self -> self(self).details))
                    .method(
                            ModuleFunction.named("stack")
                                    .described("Where it was made.")
                                    .returns(Types.STRING)
                                    .does(self -> self(self).stack))
                    .metamethod(
                            ModuleFunction.named("__tostring")
                                    .takes("self", Types.ANY)
                                    .returns(Types.STRING)
                                    .does(self -> self(self).message))
                    .metamethod(
                            ModuleFunction.named("__concat")
                                    .takes("left", Types.ANY)
                                    .takes("right", Types.ANY)
                                    .returns(Types.STRING)
                                    .does(both ->
                                            Strings.concat(
                                                    shown(both.value(1)),
                                                    shown(both.value(2)),
                                                    null,
                                                    null)));

    /** How the function of a module was reached that runs. */
    public static LuaString here() {
        return Text.of(Traceback.from(1));
    }

    /** An error without details, made in Java. */
    public static LuaValue of(Kind kind, String message) {
        return of(kind, message, LuaValue.NIL);
    }

    private static LuaValue of(Kind kind, String message, LuaValue details) {
        return TYPE.of(
                new ErrorValue(Text.of(message), kind, isRetryable(kind), details, here(), null));
    }

    /** What a script has raised, as an error. */
    public static LuaValue ofRaised(LuaValue raised) {
        return TYPE.fits(raised)
                ? raised
                : of(Kind.UNKNOWN, Text.of(Strings.text(raised)), LuaValue.NIL);
    }

    /** What a function returns if the world fails: nil and an error. */
    public static Varargs failure(Kind kind, String message) {
        return LuaValue.varargsOf(LuaValue.NIL, of(kind, message));
    }

    /** The same, with what else is known. */
    public static Varargs failure(Kind kind, String message, LuaValue details) {
        return LuaValue.varargsOf(LuaValue.NIL, of(kind, message, details));
    }

    /** Whether a failure of a kind may go well another time, unless something else is said. */
    public static boolean isRetryable(Kind kind) {
        return kind == Kind.UNAVAILABLE || kind == Kind.TIMEOUT;
    }

    /** A kind as scripts spell it: {@code PermissionDenied}. */
    public static String word(Kind kind) {
        StringBuilder word = new StringBuilder();
        for (String part : kind.name().split("_", -1)) {
            word.append(part.charAt(0)).append(part.substring(1).toLowerCase(Locale.ROOT));
        }
        return word.toString();
    }

    private static ErrorValue self(Arguments arguments) {
        return arguments.object(1, TYPE);
    }

    private static LuaValue shown(LuaValue value) {
        return TYPE.fits(value) ? Strings.text(value) : value;
    }
}
