package dev.moonlet.module.text;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.re2j.Matcher;
import dev.moonlet.lua.value.Memory;
import dev.moonlet.lua.value.Poll;
import dev.moonlet.lua.value.Table;
import dev.moonlet.module.Arguments;
import dev.moonlet.module.StringOutput;
import org.luaj.vm2.Varargs;

/** Changes a text where a regular expression matches. */
final class Change {

    private Change() {}

    static Varargs replace(Arguments given) {
        Matcher matcher = Subject.of(given).matcher(given);
        String replacement = given.text(3);
        long references = replacement.chars().filter(each -> each == '$').count();
        StringOutput output = new StringOutput();
        while (matcher.find()) {
            Poll.poll();
            long matched = (long) matcher.end() - matcher.start();
            Memory.chargeString(replacement.length() + references * matched);
            write(output, replacement(matcher, given));
        }
        write(output, matcher.appendTail(new StringBuilder()));
        return output.string();
    }

    private static StringBuilder replacement(Matcher matcher, Arguments given) {
        StringBuilder replacement = new StringBuilder();
        try {
            matcher.appendReplacement(replacement, given.text(3));
            return replacement;
        } catch (IllegalArgumentException | IndexOutOfBoundsException | IllegalStateException _) {
            throw given.wrong(3, "a group that the pattern does not have");
        }
    }

    private static void write(StringOutput output, CharSequence text) {
        byte[] bytes = text.toString().getBytes(UTF_8);
        output.write(bytes, 0, bytes.length);
    }

    static Varargs split(Arguments given) {
        Subject subject = Subject.of(given);
        Matcher matcher = subject.matcher(given);
        Table parts = new Table();
        int from = 0;
        int count = 0;
        while (matcher.find()) {
            Poll.poll();
            if (matcher.end() > matcher.start() || isInside(matcher, subject)) {
                parts.put(++count, subject.part(from, matcher.start()));
                from = matcher.end();
            }
        }
        parts.put(++count, subject.part(from, subject.text().length()));
        return parts;
    }

    private static boolean isInside(Matcher matcher, Subject subject) {
        return matcher.start() > 0 && matcher.start() < subject.text().length();
    }
}
