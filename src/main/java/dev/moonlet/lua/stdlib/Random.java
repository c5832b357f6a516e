package dev.moonlet.lua.stdlib;

import dev.moonlet.lua.value.Failures;
import dev.moonlet.lua.value.LuaFloat;
import dev.moonlet.lua.value.LuaInt;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import org.luaj.vm2.LuaValue;
import org.luaj.vm2.Varargs;

/** {@code math.random} and {@code math.randomseed}, on the generator of the running state. */
final class Random {

    private final Supplier<RandomState> generators;

    Random(Supplier<RandomState> generators) {
        this.generators = generators;
    }

    Varargs random(Arguments arguments) {
        RandomState generator = generators.get();
        long bits = generator.next();
        return switch (arguments.count()) {
            case 0 -> LuaFloat.of(RandomState.real(bits));
            case 1 -> upTo(arguments, generator, bits);
            case 2 -> {
                long low = arguments.integer(1);
                long high = arguments.integer(2);
                check(low <= high, arguments);
                yield LuaInt.of(generator.between(low, high, bits));
            }
            default -> throw Failures.of("wrong number of arguments");
        };
    }

    /** A number from 1 on, or any integer if there is no number to go up to but 0. */
    private static LuaInt upTo(Arguments arguments, RandomState generator, long bits) {
        long high = arguments.integer(1);
        check(high >= 0, arguments);
        return LuaInt.of(high == 0 ? bits : generator.between(1, high, bits));
    }

    private static void check(boolean possible, Arguments arguments) {
        if (!possible) {
            throw arguments.failure(1, "interval is empty");
        }
    }

    Varargs seed(Arguments arguments) {
        boolean given = !arguments.isNone(1);
        SplittableRandom chance = new SplittableRandom();
        long first = given ? arguments.integer(1) : chance.nextLong();
        long second = given ? arguments.integer(2, 0) : chance.nextLong();
        generators.get().seed(first, second);
        return LuaValue.varargsOf(LuaInt.of(first), LuaInt.of(second));
    }
}
