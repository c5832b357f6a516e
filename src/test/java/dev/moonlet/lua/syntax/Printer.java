package dev.moonlet.lua.syntax;

import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** Prints trees in parentheses; a global is marked with a $. */
final class Printer {

    private Printer() {}

    static String print(Block block) {
        return join(block.statements(), Printer::print);
    }

    static String print(Statement statement) {
        return switch (statement) {
            case Statement.LocalDeclaration it ->
                    list("local", names(it.locals()), expressions(it.values()));
            case Statement.Assignment it ->
                    list("=", "[" + expressions(it.targets()) + "]", expressions(it.values()));
            case Statement.CallStatement it -> print(it.call());
            case Statement.LocalFunction it ->
                    list("local-function", it.local().name(), print(it.function()));
            case Statement.Do it -> list("do", print(it.block()));
            case Statement.While it -> list("while", print(it.condition()), print(it.block()));
            case Statement.Repeat it -> list("repeat", print(it.block()), print(it.condition()));
            case Statement.If it ->
                    list(
                            "if",
                            join(it.branches(), Printer::print),
                            it.otherwise().map(block -> list("else", print(block))).orElse(""));
            case Statement.NumericFor it ->
                    list(
                            "for",
                            it.variable().name(),
                            print(it.start()),
                            print(it.limit()),
                            it.step().map(Printer::print).orElse("-"),
                            print(it.block()));
            case Statement.GenericFor it ->
                    list(
                            "for-in",
                            names(it.variables()),
                            list(expressions(it.values())),
                            print(it.block()));
            case Statement.Return it -> list("return", expressions(it.values()));
            case Statement.Break _ -> "(break)";
            case Statement.Goto it -> list("goto", it.target().name());
            case Statement.LabelStatement it -> list("label", it.label().name());
            case Statement.Piece it -> list("piece", print(it.body().block()));
        };
    }

    static String print(Expression expression) {
        return switch (expression) {
            case Expression.Nil _ -> "nil";
            case Expression.True _ -> "true";
            case Expression.False _ -> "false";
            case Expression.Vararg _ -> "...";
            case Expression.IntegerLiteral it -> String.valueOf(it.value());
            case Expression.FloatLiteral it -> String.valueOf(it.value());
            case Expression.StringLiteral it -> "'" + it.value().tojstring() + "'";
            case Expression.Function it -> print(it.body());
            case Expression.LocalUse it -> it.local().name();
            case Expression.GlobalUse it -> "$" + it.name().value().tojstring();
            case Expression.Index it -> list("index", print(it.table()), print(it.key()));
            case Expression.Call it ->
                    list("call", print(it.function()), expressions(it.arguments()));
            case Expression.MethodCall it ->
                    list(
                            "method",
                            print(it.object()),
                            print(it.name()),
                            expressions(it.arguments()));
            case Expression.Unary it -> list(it.operator().name(), print(it.operand()));
            case Expression.Binary it ->
                    list(it.operator().name(), print(it.left()), print(it.right()));
            case Expression.And it -> list("and", print(it.left()), print(it.right()));
            case Expression.Or it -> list("or", print(it.left()), print(it.right()));
            case Expression.Parenthesized it -> list("paren", print(it.inner()));
            case Expression.TableConstructor it -> list("table", join(it.fields(), Printer::print));
        };
    }

    private static String print(FunctionBody body) {
        String vararg = body.isVararg() ? " ..." : "";
        return list("function", names(body.parameters()) + vararg, print(body.block()));
    }

    private static String print(Statement.Branch branch) {
        return list(print(branch.condition()), print(branch.block()));
    }

    private static String print(Expression.Field field) {
        return switch (field) {
            case Expression.Field.Item it -> print(it.value());
            case Expression.Field.Named it -> list(print(it.key()), print(it.value()));
        };
    }

    private static String expressions(List<Expression> expressions) {
        return join(expressions, Printer::print);
    }

    private static String names(List<Local> locals) {
        return "[" + join(locals, Printer::name) + "]";
    }

    private static String name(Local local) {
        return switch (local.attribute()) {
            case NONE -> local.name();
            case CONST -> local.name() + "<const>";
            case CLOSE -> local.name() + "<close>";
        };
    }

    private static String list(String... parts) {
        return Stream.of(parts).filter(part -> !part.isEmpty()).collect(joining(" ", "(", ")"));
    }

    private static <T> String join(List<T> parts, Function<T, String> print) {
        return parts.stream().map(print).collect(joining(" "));
    }
}
