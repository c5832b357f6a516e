package dev.moonlet.lua.differential;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * Possibilities of different weights, one of which is picked.
 *
 * @param <T> what a possibility makes
 */
final class Choice<T> {

    private final List<Supplier<T>> makers = new ArrayList<>();
    private final List<Integer> weights = new ArrayList<>();
    private int sum;

    Choice<T> add(int weight, Supplier<T> maker) {
        makers.add(maker);
        weights.add(weight);
        sum += weight;
        return this;
    }

    /** Adds a possibility that is one only now and then. */
    Choice<T> addIf(boolean possible, int weight, Supplier<T> maker) {
        return possible ? add(weight, maker) : this;
    }

    T pick(Dice dice) {
        int left = dice.below(sum);
        int index = 0;
        while (left >= weights.get(index)) {
            left -= weights.get(index);
            index++;
        }
        return makers.get(index).get();
    }
}
