package dev.moonlet.lua.differential;

import java.util.List;
import java.util.Random;

/** Chance, which a seed decides. */
final class Dice {

    private final Random random;

    Dice(long seed) {
        random = new Random(seed * 0x9E3779B97F4A7C15L + 1);
        random.nextInt();
    }

    int below(int bound) {
        return random.nextInt(bound);
    }

    /** A number from one to another, both included. */
    int between(int low, int high) {
        return low + random.nextInt(high - low + 1);
    }

    boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }

    String of(String... texts) {
        return texts[random.nextInt(texts.length)];
    }

    <T> T of(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }
}
