package dev.moonlet.lua.compiler;

import dev.moonlet.lua.syntax.BinaryOperator;
import dev.moonlet.lua.syntax.Expression;
import dev.moonlet.lua.syntax.FunctionBody;
import dev.moonlet.lua.syntax.Local;
import dev.moonlet.lua.syntax.UnaryOperator;
import java.util.HashMap;
import java.util.Map;

/**
 * The kinds of a function's expressions. A local is a number if all that is ever assigned to it is
 * a number of one kind, and if no inner function sees it.
 */
final class Types {

    private final FunctionBody function;
    private final Map<Local, Kind> locals = new HashMap<>();

    private Types(FunctionBody function) {
        this.function = function;
    }

    static Types of(FunctionBody function) {
        Types types = new Types(function);
        function.parameters().forEach(each -> types.locals.put(each, Kind.VALUE));
        Definitions definitions = Definitions.of(function);
        definitions.forEach(types::begin);
        boolean changed = true;
        while (changed) {
            changed = false;
            for (Definitions.Definition each : definitions.all()) {
                changed |= types.check(each);
            }
        }
        return types;
    }

    Kind of(Local local) {
        return locals.getOrDefault(local, Kind.VALUE);
    }

    Kind of(Expression expression) {
        return switch (expression) {
            case Expression.IntegerLiteral _ -> Kind.INTEGER;
            case Expression.FloatLiteral _ -> Kind.FLOAT;
            case Expression.LocalUse use ->
                    use.local().owner() == function ? of(use.local()) : Kind.VALUE;
            case Expression.Parenthesized inner -> of(inner.inner());
            case Expression.Unary unary -> of(unary.operator(), of(unary.operand()));
            case Expression.Binary binary ->
                    of(binary.operator(), of(binary.left()), of(binary.right()));
            default -> Kind.VALUE;
        };
    }

    private static Kind of(UnaryOperator operator, Kind operand) {
        return switch (operator) {
            case NEGATE -> operand;
            case BITWISE_NOT -> operand == Kind.INTEGER ? Kind.INTEGER : Kind.VALUE;
            default -> Kind.VALUE;
        };
    }

    private static Kind of(BinaryOperator operator, Kind left, Kind right) {
        if (!left.isNumber() || !right.isNumber()) {
            return Kind.VALUE;
        }
        boolean integers = left == Kind.INTEGER && right == Kind.INTEGER;
        return switch (operator) {
            case ADD, SUBTRACT, MULTIPLY, FLOOR_DIVIDE, MODULO ->
                    integers ? Kind.INTEGER : Kind.FLOAT;
            case DIVIDE, POWER -> Kind.FLOAT;
            case BITWISE_AND, BITWISE_OR, BITWISE_XOR, SHIFT_LEFT, SHIFT_RIGHT ->
                    integers ? Kind.INTEGER : Kind.VALUE;
            default -> Kind.VALUE;
        };
    }

    private void begin(Definitions.Definition definition) {
        Local local = definition.local();
        boolean held = local.captured() || local.attribute() == Local.Attribute.CLOSE;
        locals.putIfAbsent(local, held ? Kind.VALUE : kind(definition));
    }

    private boolean check(Definitions.Definition definition) {
        Kind now = of(definition.local());
        if (now == Kind.VALUE || now == kind(definition)) {
            return false;
        }
        locals.put(definition.local(), Kind.VALUE);
        return true;
    }

    private Kind kind(Definitions.Definition definition) {
        if (definition.values().isEmpty()) {
            return Kind.VALUE;
        }
        Kind first = of(definition.values().getFirst());
        for (Expression each : definition.values()) {
            if (of(each) != first) {
                return Kind.VALUE;
            }
        }
        return first;
    }
}
