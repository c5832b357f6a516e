package dev.moonlet.module.test;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.moonlet.module.Profile;
import dev.moonlet.revision.Bundle;
import dev.moonlet.revision.Problem;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A file of tests.
 *
 * @param script its path below the bundle's {@code lua/}
 * @param profile the profile whose limits and modules its tests have
 */
record TestFile(String script, String profile) {

    private static final String FOLDER = "tests/";
    private static final String END = "_test.lua";

    /** Among the comments that the file begins with: {@code -- profile: minimal}. */
    private static final Pattern PROFILE =
            Pattern.compile("\\A(?:\\s*+--(?!\\s*profile:).*+\\R)*+\\s*--\\s*profile:\\s*(\\S+)");

    /** What stands in front of a message: the script and the line. */
    private static final Pattern PLACE = Pattern.compile("(?s)(.+?\\.lua):(\\d{1,9}): (.*)");

    private static final int LONGEST_REASON = 1_000;

    /** Those of a bundle, by their names. */
    static List<TestFile> of(Bundle bundle) {
        return bundle.below("lua/").entrySet().stream()
                .filter(each -> each.getKey().startsWith(FOLDER) && each.getKey().endsWith(END))
                .map(each -> of(each.getKey(), new String(each.getValue(), UTF_8)))
                .toList();
    }

    private static TestFile of(String script, String text) {
        Matcher profile = PROFILE.matcher(text);
        return new TestFile(script, profile.find() ? profile.group(1) : Profile.DEFAULT);
    }

    /** What {@code require} calls it. */
    String module() {
        return script.substring(0, script.length() - ".lua".length()).replace('/', '.');
    }

    /** What keeps it from being run. */
    Problem problem(String message) {
        return problem(0, "", message);
    }

    /** Why a test has failed; at the line that the message names, if that is in this file. */
    Problem problem(PlannedTest test, String message) {
        return problem(test.line(), test.name() + ": ", message);
    }

    private Problem problem(int line, String test, String message) {
        Matcher placed = PLACE.matcher(message);
        return placed.matches() && placed.group(1).equals(script)
                ? at(Integer.parseInt(placed.group(2)), test + placed.group(3))
                : at(line, test + message);
    }

    private Problem at(int line, String reason) {
        String shown = reason.replaceAll("\\p{Cntrl}+", " ");
        return new Problem(
                "lua/" + script,
                line,
                shown.length() > LONGEST_REASON ? shown.substring(0, LONGEST_REASON) + "…" : shown);
    }
}
