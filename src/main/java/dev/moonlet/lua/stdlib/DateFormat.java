package dev.moonlet.lua.stdlib;

import dev.moonlet.lua.value.Failures;
import dev.moonlet.lua.value.Poll;
import org.luaj.vm2.LuaError;
import org.luaj.vm2.LuaString;

/** A format with the conversions of C99's {@code strftime}, {@code %E} and {@code %O} included. */
final class DateFormat {

    /** What may follow each of the two modifiers, which change nothing in the locale "C". */
    private static final String AFTER_E = "cCxXyY";

    private static final String AFTER_O = "deHImMSuUVwWy";

    private final LuaString format;
    private final Arguments arguments;
    private int index;

    DateFormat(LuaString format, Arguments arguments) {
        this.format = format;
        this.arguments = arguments;
    }

    LuaString write(DateText date) {
        Buffer text = new Buffer(0);
        while (index < format.m_length) {
            Poll.poll();
            int character = format.luaByte(index++);
            if (character == '%') {
                text.addAscii(converted(date));
            } else {
                text.add(character);
            }
        }
        return text.text();
    }

    private String converted(DateText date) {
        int start = index;
        if (isModified(at(index), at(index + 1))) {
            index++;
        }
        String text = date.convert(at(index++));
        if (text == null) {
            throw invalid(start);
        }
        return text;
    }

    private static boolean isModified(char modifier, char conversion) {
        return (modifier == 'E' && AFTER_E.indexOf(conversion) >= 0)
                || (modifier == 'O' && AFTER_O.indexOf(conversion) >= 0);
    }

    private char at(int i) {
        return i < format.m_length ? (char) format.luaByte(i) : '\0';
    }

    /** Shows all that follows, as C Lua does. */
    private LuaError invalid(int start) {
        int zero = format.indexOf((byte) 0, start);
        String rest = Failures.excerpt(format.substring(start, zero < 0 ? format.m_length : zero));
        return arguments.failure(1, "invalid conversion specifier '%" + rest + "'");
    }
}
