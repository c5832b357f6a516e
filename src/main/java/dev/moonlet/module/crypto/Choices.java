package dev.moonlet.module.crypto;

import static java.util.stream.Collectors.joining;

import dev.moonlet.lua.value.Failures;
import dev.moonlet.module.Arguments;
import java.util.List;
import org.luaj.vm2.LuaValue;

/**
 * What scripts choose by a word, which is what it is as a string.
 *
 * @param what what it is that they choose
 */
record Choices<T>(String what, List<T> all) {

    /** What the word, which is in the argument, stands for. */
    T chosen(Arguments given, int i, LuaValue word) {
        String wanted = Failures.excerpt(word.strvalue());
        return all.stream()
                .filter(each -> String.valueOf(each).equals(wanted))
                .findFirst()
                .orElseThrow(() -> given.wrong(i, unknown(wanted)));
    }

    private String unknown(String wanted) {
        String known = all.stream().map(String::valueOf).collect(joining(", "));
        return "unknown %s '%s', known are %s".formatted(what, wanted, known);
    }
}
