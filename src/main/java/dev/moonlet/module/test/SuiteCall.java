package dev.moonlet.module.test;

import dev.moonlet.lua.Call;
import dev.moonlet.lua.FunctionName;
import dev.moonlet.lua.Text;
import dev.moonlet.lua.value.LuaInt;
import dev.moonlet.lua.value.Table;
import dev.moonlet.security.Caller;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.luaj.vm2.LuaString;
import org.luaj.vm2.LuaValue;
import org.luaj.vm2.Varargs;

/**
 * Asks {@code suite.lua} for something, in a state that is a test file's own.
 *
 * @param read makes of what it returns what is asked for
 */
record SuiteCall<T>(FunctionName function, Varargs arguments, Function<LuaValue, T> read)
        implements Call<T> {

    /** No file of a bundle has a colon in its name. */
    private static final String FOLDER = "tests:";

    /** What runs tests, by the paths that it has beside the scripts of a bundle. */
    static Map<String, byte[]> scripts() {
        Map<String, byte[]> scripts = new HashMap<>();
        for (String name : List.of("suite.lua", "expect.lua", "show.lua")) {
            try (InputStream in = SuiteCall.class.getResourceAsStream(name)) {
                scripts.put(FOLDER + name, Objects.requireNonNull(in, name).readAllBytes());
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        }
        return scripts;
    }

    /** Reads a file for the tests that it has. */
    static SuiteCall<List<PlannedTest>> plan(TestFile file) {
        return new SuiteCall<>(function("plan"), Text.of(file.module()), SuiteCall::tests);
    }

    /** Runs a test for what is wrong, if anything is. */
    static SuiteCall<Optional<String>> run(TestFile file, PlannedTest test) {
        return new SuiteCall<>(
                function("run"),
                LuaValue.varargsOf(Text.of(file.module()), LuaInt.of(test.place())),
                wrong ->
                        wrong instanceof LuaString text
                                ? Optional.of(Text.of(text))
                                : Optional.empty());
    }

    @Override
    public T result(Varargs results) {
        return read.apply(results.arg1());
    }

    private static FunctionName function(String name) {
        return new FunctionName(FOLDER + "suite", name);
    }

    private static List<PlannedTest> tests(LuaValue plan) {
        Table all = (Table) plan;
        List<PlannedTest> tests = new ArrayList<>();
        for (int i = 1; i <= all.rawlen(); i++) {
            tests.add(test(i, (Table) all.rawget(i)));
        }
        return tests;
    }

    private static PlannedTest test(int place, Table test) {
        LuaValue caller = test.rawget("caller");
        return new PlannedTest(
                place,
                Text.of(test.rawget("name").strvalue()),
                test.rawget("line").toint(),
                test.rawget("skipped").toboolean(),
                caller == LuaValue.NIL
                        ? Caller.ANONYMOUS
                        : new Caller(
                                Text.of(caller.strvalue()), texts((Table) test.rawget("scopes"))));
    }

    private static Set<String> texts(Table values) {
        Set<String> texts = new HashSet<>();
        for (int i = 1; i <= values.rawlen(); i++) {
            texts.add(Text.of(values.rawget(i).strvalue()));
        }
        return texts;
    }
}
