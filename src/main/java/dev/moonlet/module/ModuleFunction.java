package dev.moonlet.module;

import dev.moonlet.lua.Coroutine;
import dev.moonlet.lua.Text;
import dev.moonlet.lua.value.Body;
import dev.moonlet.lua.value.Numbers;
import dev.moonlet.module.signature.Parameter;
import dev.moonlet.module.signature.Signature;
import dev.moonlet.module.signature.Type;
import dev.moonlet.module.signature.Types;
import dev.moonlet.operation.Answer;
import dev.moonlet.operation.Operation;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.luaj.vm2.LuaValue;
import org.luaj.vm2.Varargs;

/**
 * A function that Java offers to Lua: its signature is said once, and everything goes by it.
 *
 * @param waits whether it may wait for something
 * @param asked what it asks of the outside, if it does
 */
public record ModuleFunction(
        String name,
        String description,
        Signature signature,
        Action action,
        boolean waits,
        Optional<Class<? extends Operation>> asked) {

    /** What a function does with arguments that fit its signature. */
    @FunctionalInterface
    public interface Action {
        Varargs apply(Arguments arguments);
    }

    public static ModuleFunction named(String name) {
        return new ModuleFunction(
                name, "", Signature.NONE, _ -> LuaValue.NONE, false, Optional.empty());
    }

    /** One sentence or two, for the people who write scripts. */
    public ModuleFunction described(String sentences) {
        return new ModuleFunction(name, sentences, signature, action, waits, asked);
    }

    public ModuleFunction takes(String parameter, Type type) {
        return takes(new Parameter(parameter, type, LuaValue.NIL));
    }

    /** Takes what may be left out, and what it is then. */
    public ModuleFunction takes(String parameter, Type type, LuaValue otherwise) {
        return takes(new Parameter(parameter, type, otherwise));
    }

    public ModuleFunction takes(String parameter, Type type, String otherwise) {
        return takes(parameter, type, Text.of(otherwise));
    }

    /** Takes any number of arguments behind the others. */
    public ModuleFunction takesRest(Type type) {
        return new ModuleFunction(
                name, description, signature.takingAlso(type), action, waits, asked);
    }

    public ModuleFunction returns(Type... types) {
        return new ModuleFunction(
                name, description, signature.returning(types), action, waits, asked);
    }

    /** Returns a value; or nil and an error, if the world fails. */
    public ModuleFunction returnsOrFails(Type type) {
        return returns(Types.optional(type), Types.optional(ErrorValue.TYPE));
    }

    public ModuleFunction does(Action does) {
        return new ModuleFunction(name, description, signature, does, waits, asked);
    }

    /**
     * Asks the outside, and returns what becomes of it; or nil and an error.
     *
     * @param operation what is asked; the service does not start if nobody performs it
     * @param made makes it of the arguments
     * @param result what the answer is to Lua
     */
    public <O extends Operation> ModuleFunction asks(
            Class<O> operation,
            Function<Arguments, O> made,
            Function<@Nullable Object, ? extends Varargs> result) {
        return new ModuleFunction(
                name, description, signature, answered(made, result), true, Optional.of(operation));
    }

    private static Action answered(
            Function<Arguments, ? extends Operation> operation,
            Function<@Nullable Object, ? extends Varargs> result) {
        return arguments -> {
            Object answer = Coroutine.await(operation.apply(arguments));
            return switch (answer) {
                case Answer.Value(Object value) -> result.apply(value);
                case Answer.Failed(var kind, String message) -> ErrorValue.failure(kind, message);
                case null, default -> throw new IllegalStateException("no answer: " + answer);
            };
        };
    }

    /** Says that it may wait, so that only profiles with the feature async have it. */
    public ModuleFunction waiting() {
        return new ModuleFunction(name, description, signature, action, true, asked);
    }

    private ModuleFunction takes(Parameter parameter) {
        return new ModuleFunction(
                name, description, signature.taking(parameter), action, waits, asked);
    }

    /** As Lua calls it. */
    public LuaValue value() {
        return new Checked(this).function();
    }

    private static final class Checked extends Body {

        private final ModuleFunction definition;

        Checked(ModuleFunction definition) {
            this.definition = definition;
        }

        @Override
        public Varargs apply(Varargs arguments) {
            Signature signature = definition.signature;
            signature.check(definition.name, arguments);
            return Numbers.normal(
                    definition.action.apply(new Arguments(definition.name, signature, arguments)));
        }
    }
}
