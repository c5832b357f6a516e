package dev.moonlet.module.signature;

import static java.util.stream.Collectors.joining;

import dev.moonlet.lua.value.Failures;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.luaj.vm2.LuaError;
import org.luaj.vm2.LuaValue;
import org.luaj.vm2.Varargs;

/**
 * What a function takes and returns.
 *
 * @param rest the type of all arguments behind the parameters, if there may be some
 */
public record Signature(List<Parameter> parameters, @Nullable Type rest, List<Type> returns) {

    /** Takes nothing and returns nothing. */
    public static final Signature NONE = new Signature(List.of(), null, List.of());

    public Signature taking(Parameter parameter) {
        return new Signature(and(parameters, parameter), rest, returns);
    }

    /** Takes an object before all others: a method. */
    public Signature takingFirst(String name, Type type) {
        List<Parameter> all = new ArrayList<>();
        all.add(new Parameter(name, type, LuaValue.NIL));
        all.addAll(parameters);
        return new Signature(List.copyOf(all), rest, returns);
    }

    /** As a method is called, whose object is not among the arguments. */
    public Signature withoutFirst() {
        return new Signature(parameters.subList(1, parameters.size()), rest, returns);
    }

    /** Takes any number of arguments behind the parameters. */
    public Signature takingAlso(Type type) {
        return new Signature(parameters, type, returns);
    }

    public Signature returning(Type... types) {
        return new Signature(parameters, rest, List.of(types));
    }

    /** Refuses arguments that do not fit. */
    public void check(String function, Varargs arguments) {
        int count = parameters.size();
        for (int i = 1; i <= count; i++) {
            if (!parameters.get(i - 1).takes(arguments.arg(i))) {
                throw misfit(function, arguments, i, parameters.get(i - 1).type());
            }
        }
        if (rest != null) {
            for (int i = count + 1; i <= arguments.narg(); i++) {
                if (!rest.fits(arguments.arg(i))) {
                    throw misfit(function, arguments, i, rest);
                }
            }
        }
    }

    private static LuaError misfit(String function, Varargs arguments, int i, Type type) {
        String mismatch = type.mismatch(arguments.arg(i));
        return Failures.argument(
                i,
                function,
                i > arguments.narg() ? mismatch.replaceAll("got nil$", "got no value") : mismatch);
    }

    /** As a type: {@code fun(name: string, ...: any): string}. */
    String spelled() {
        return "fun" + shown();
    }

    /** As it stands behind a function's name: {@code (name: string, ...: any): string}. */
    public String shown() {
        String taken =
                Stream.concat(
                                parameters.stream().map(Parameter::spelled),
                                Stream.ofNullable(rest).map(type -> "...: " + type.spelled()))
                        .collect(joining(", "));
        String given = returns.stream().map(Type::spelled).collect(joining(", "));
        return "(%s)%s".formatted(taken, given.isEmpty() ? "" : ": " + given);
    }

    /** The records in it, of which editors and readers have to be told. */
    public Stream<RecordOf> records() {
        return Stream.of(
                        parameters.stream().map(Parameter::type),
                        Stream.ofNullable(rest),
                        returns.stream())
                .flatMap(types -> types)
                .flatMap(Type::records);
    }

    private static <T> List<T> and(List<T> all, T one) {
        List<T> more = new ArrayList<>(all);
        more.add(one);
        return List.copyOf(more);
    }
}
