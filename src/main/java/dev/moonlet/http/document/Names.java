package dev.moonlet.http.document;

import java.util.function.Predicate;

/** Names that are free. */
final class Names {

    private Names() {}

    /** The name itself, or the name and the first number from 2 on that is free. */
    static String free(String wanted, Predicate<String> taken) {
        String name = wanted;
        for (int number = 2; taken.test(name); number++) {
            name = wanted + number;
        }
        return name;
    }

    /** A name as {@code components} allow it. */
    static String plain(String text) {
        String plain = text.replaceAll("[^A-Za-z0-9._-]+", "_");
        return plain.isEmpty() ? "_" : plain;
    }
}
