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
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.luaj.vm2.LuaValue;
import org.luaj.vm2.Varargs;

/**
 * A function that Java offers to Lua: its signature is said once, and everything goes by it.
 *
 * @param waits whether it asks the outside
 */
public record ModuleFunction(
        String name, String description, Signature signature, Action action, boolean waits) {

    /** What a function does with arguments that fit its signature. */
    @FunctionalInterface
    public interface Action {
        Varargs apply(Arguments arguments);
    }

    public static ModuleFunction named(String name) {
        return new ModuleFunction(name, "", Signature.NONE, _ -> LuaValue.NONE, false);
    }

    /** One sentence or two, for the people who write scripts. */
    public ModuleFunction described(String sentences) {
        return new ModuleFunction(name, sentences, signature, action, waits);
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
        return new ModuleFunction(name, description, signature.takingAlso(type), action, waits);
    }

    public ModuleFunction returns(Type... types) {
        return new ModuleFunction(name, description, signature.returning(types), action, waits);
    }

    /** Returns a value; or nil and an error, if the world fails. */
    public ModuleFunction returnsOrFails(Type type) {
        return returns(Types.optional(type), Types.optional(ErrorValue.TYPE));
    }

    public ModuleFunction does(Action does) {
        return new ModuleFunction(name, description, signature, does, waits);
    }

    /**
     * Asks the outside, and returns what becomes of it; or nil and an error.
     *
     * @param operation what is asked, made of the arguments
     * @param result what the answer is to Lua
     */
    public ModuleFunction asks(
            Function<Arguments, Operation> operation,
            Function<@Nullable Object, ? extends Varargs> result) {
        return does(answered(operation, result)).waiting();
    }

    private static Action answered(
            Function<Arguments, Operation> operation,
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
        return new ModuleFunction(name, description, signature, action, true);
    }

    private ModuleFunction takes(Parameter parameter) {
        return new ModuleFunction(name, description, signature.taking(parameter), action, waits);
    }

    /** As Lua calls it. */
    LuaValue value() {
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
