package dev.moonlet.module.errors;

import dev.moonlet.lua.Text;
import dev.moonlet.lua.value.Strings;
import dev.moonlet.module.Arguments;
import dev.moonlet.module.Choices;
import dev.moonlet.module.Definition;
import dev.moonlet.module.ErrorValue;
import dev.moonlet.module.Module;
import dev.moonlet.module.ModuleClass;
import dev.moonlet.module.ModuleFunction;
import dev.moonlet.module.signature.Field;
import dev.moonlet.module.signature.Type;
import dev.moonlet.module.signature.Types;
import dev.moonlet.operation.Kind;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.luaj.vm2.LuaString;
import org.luaj.vm2.LuaTable;
import org.luaj.vm2.LuaValue;
import org.springframework.stereotype.Component;

/** Makes errors that scripts can ask: {@code errors.new("no such order")}. */
@Component
final class ErrorsModule implements Module {

    private static final LuaString SEPARATOR = LuaValue.valueOf(": ");

    private static final Choices<Kind> KINDS =
            new Choices<>("kind", List.of(Kind.values()), ErrorValue::word);

    private static final Type FIELDS =
            Types.record(
                    "errors.Fields",
                    new Field("message", Types.STRING, "what went wrong"),
                    new Field(
                            "kind",
                            Types.optional(Types.STRING),
                            "what sort of failure it is; Unknown if it is left out"),
                    new Field(
                            "retryable",
                            Types.optional(Types.BOOLEAN),
                            "whether it may go well another time; if left out, the kind says it"),
                    new Field("details", Types.ANY, "what else is known"));

    @Override
    public Definition definition() {
        Definition definition =
                Definition.of("errors", "Errors that say what sort they are.")
                        .classes(ModuleClass.DETERMINISTIC)
                        .with(
                                ModuleFunction.named("new")
                                        .described("Makes an error, to return or to raise.")
                                        .takes("what", Types.union(Types.STRING, FIELDS))
                                        .returns(ErrorValue.TYPE)
                                        .does(given -> ErrorValue.TYPE.of(made(given))))
                        .with(
                                ModuleFunction.named("wrap")
                                        .described(
                                                "Says in what context an error happened; it stays"
                                                        + " what it is otherwise.")
                                        .takes("e", Types.union(ErrorValue.TYPE, Types.STRING))
                                        .takes("context", Types.STRING)
                                        .returns(ErrorValue.TYPE)
                                        .does(given -> ErrorValue.TYPE.of(wrapped(given))))
                        .with(
                                ModuleFunction.named("is")
                                        .described(
                                                "Whether a value is an error of a kind, or wraps"
                                                        + " one.")
                                        .takes("e", Types.ANY)
                                        .takes("kind", Types.STRING)
                                        .returns(Types.BOOLEAN)
                                        .does(given -> LuaValue.valueOf(isOfKind(given))))
                        .with(ErrorValue.TYPE);
        for (Kind kind : Kind.values()) {
            definition.with(kind.name(), Text.of(ErrorValue.word(kind)));
        }
        return definition;
    }

    private static ErrorValue made(Arguments given) {
        if (!(given.value(1) instanceof LuaTable fields)) {
            return unknown(given.bytes(1));
        }
        LuaValue word = fields.rawget("kind");
        LuaValue retryable = fields.rawget("retryable");
        Kind kind = word == LuaValue.NIL ? Kind.UNKNOWN : KINDS.chosen(given, 1, word);
        return new ErrorValue(
                fields.rawget("message").strvalue(),
                kind,
                retryable == LuaValue.NIL ? ErrorValue.isRetryable(kind) : retryable.toboolean(),
                fields.rawget("details"),
                ErrorValue.here(),
                null);
    }

    private static ErrorValue wrapped(Arguments given) {
        ErrorValue cause =
                ErrorValue.TYPE.fits(given.value(1))
                        ? given.object(1, ErrorValue.TYPE)
                        : unknown(given.bytes(1));
        LuaValue context = Strings.concat(given.bytes(2), SEPARATOR, null, null);
        return new ErrorValue(
                Strings.concat(context, cause.message(), null, null).strvalue(),
                cause.kind(),
                cause.retryable(),
                cause.details(),
                ErrorValue.here(),
                cause);
    }

    private static boolean isOfKind(Arguments given) {
        Kind kind = KINDS.chosen(given, 2, given.value(2));
        @Nullable ErrorValue each =
                ErrorValue.TYPE.fits(given.value(1)) ? given.object(1, ErrorValue.TYPE) : null;
        while (each != null && each.kind() != kind) {
            each = each.cause();
        }
        return each != null;
    }

    private static ErrorValue unknown(LuaString message) {
        return new ErrorValue(message, Kind.UNKNOWN, false, LuaValue.NIL, ErrorValue.here(), null);
    }
}
