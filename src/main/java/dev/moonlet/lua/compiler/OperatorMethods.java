package dev.moonlet.lua.compiler;

import dev.moonlet.lua.syntax.BinaryOperator;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** The methods that arithmetic operators become where the JVM has no instruction for them. */
final class OperatorMethods {

    private static final Map<BinaryOperator, String> NAMES = names();

    private static final Set<BinaryOperator> BITWISE =
            EnumSet.range(BinaryOperator.BITWISE_AND, BinaryOperator.SHIFT_RIGHT);

    /** Those that there are methods of for a number of a known kind and a value. */
    private static final Set<BinaryOperator> MIXED =
            EnumSet.range(BinaryOperator.ADD, BinaryOperator.MODULO);

    private static final Map<BinaryOperator, Callee> ON_VALUES = onValues();

    private static final Map<BinaryOperator, Callee> WITH_INTEGER =
            mixed(Symbols.LONG_ARITHMETIC, Symbols.VALUE, Symbols.LONG);
    private static final Map<BinaryOperator, Callee> WITH_FLOAT =
            mixed(Symbols.DOUBLE_ARITHMETIC, Symbols.VALUE, Symbols.DOUBLE);
    private static final Map<BinaryOperator, Callee> OF_INTEGER =
            mixed(Symbols.LONG_ARITHMETIC, Symbols.LONG, Symbols.VALUE);
    private static final Map<BinaryOperator, Callee> OF_FLOAT =
            mixed(Symbols.DOUBLE_ARITHMETIC, Symbols.DOUBLE, Symbols.VALUE);

    private OperatorMethods() {}

    static Callee onValues(BinaryOperator operator) {
        return Objects.requireNonNull(ON_VALUES.get(operator));
    }

    /** Takes a value and a number of a kind. */
    static Callee withNumber(BinaryOperator operator, Kind right) {
        return Objects.requireNonNull(
                (right == Kind.INTEGER ? WITH_INTEGER : WITH_FLOAT).get(operator));
    }

    /** Takes a number of a kind and a value. */
    static Callee ofNumber(BinaryOperator operator, Kind left) {
        return Objects.requireNonNull((left == Kind.INTEGER ? OF_INTEGER : OF_FLOAT).get(operator));
    }

    private static Map<BinaryOperator, String> names() {
        Map<BinaryOperator, String> names = new EnumMap<>(BinaryOperator.class);
        names.put(BinaryOperator.ADD, "add");
        names.put(BinaryOperator.SUBTRACT, "sub");
        names.put(BinaryOperator.MULTIPLY, "mul");
        names.put(BinaryOperator.DIVIDE, "div");
        names.put(BinaryOperator.FLOOR_DIVIDE, "idiv");
        names.put(BinaryOperator.MODULO, "mod");
        names.put(BinaryOperator.POWER, "pow");
        names.put(BinaryOperator.BITWISE_AND, "and");
        names.put(BinaryOperator.BITWISE_OR, "or");
        names.put(BinaryOperator.BITWISE_XOR, "xor");
        names.put(BinaryOperator.SHIFT_LEFT, "shiftLeft");
        names.put(BinaryOperator.SHIFT_RIGHT, "shiftRight");
        return names;
    }

    private static Map<BinaryOperator, Callee> onValues() {
        MethodTypeDesc type =
                Symbols.type(
                        Symbols.VALUE,
                        Symbols.VALUE,
                        Symbols.VALUE,
                        Symbols.STRING,
                        Symbols.STRING);
        Map<BinaryOperator, Callee> methods = new EnumMap<>(BinaryOperator.class);
        for (Map.Entry<BinaryOperator, String> each : NAMES.entrySet()) {
            ClassDesc owner =
                    BITWISE.contains(each.getKey()) ? Symbols.BITWISE : Symbols.ARITHMETIC;
            methods.put(each.getKey(), Callee.function(owner, each.getValue(), type));
        }
        return methods;
    }

    private static Map<BinaryOperator, Callee> mixed(
            ClassDesc owner, ClassDesc left, ClassDesc right) {
        MethodTypeDesc type = Symbols.type(Symbols.VALUE, left, right, Symbols.STRING);
        Map<BinaryOperator, Callee> methods = new EnumMap<>(BinaryOperator.class);
        for (BinaryOperator each : MIXED) {
            methods.put(
                    each, Callee.function(owner, Objects.requireNonNull(NAMES.get(each)), type));
        }
        return methods;
    }
}
