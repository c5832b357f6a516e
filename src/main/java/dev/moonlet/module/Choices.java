package dev.moonlet.module;

import static java.util.stream.Collectors.joining;

import dev.moonlet.lua.value.Failures;
import java.util.List;
import java.util.function.Function;
import org.luaj.vm2.LuaValue;

/**
 * What scripts choose by a word.
 *
 * @param what what it is that they choose
 * @param word how one of them is spelled
 */
public record Choices<T>(String what, List<T> all, Function<? super T, String> word) {

    /** What the word, which is in the argument, stands for. */
    public T chosen(Arguments given, int i, LuaValue spelled) {
        String wanted = Failures.excerpt(spelled.strvalue());
        return all.stream()
                .filter(each -> word.apply(each).equals(wanted))
                .findFirst()
                .orElseThrow(() -> given.wrong(i, unknown(wanted)));
    }

    private String unknown(String wanted) {
        String known = all.stream().map(word).collect(joining(", "));
        return "unknown %s '%s', known are %s".formatted(what, wanted, known);
    }
}
