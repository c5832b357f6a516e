package dev.moonlet.lua.stdlib;

import dev.moonlet.lua.value.Calls;
import dev.moonlet.lua.value.Comparison;
import dev.moonlet.lua.value.Failures;
import dev.moonlet.lua.value.Indexing;
import dev.moonlet.lua.value.LuaInt;
import dev.moonlet.lua.value.Poll;
import dev.moonlet.lua.value.Table;
import org.luaj.vm2.LuaFunction;
import org.luaj.vm2.LuaNumber;
import org.luaj.vm2.LuaString;
import org.luaj.vm2.LuaValue;
import org.luaj.vm2.Varargs;

/** {@code string.gsub}: what lies between the replacements is copied in one go. */
final class Gsub {

    private final LuaString subject;
    private final Matcher matcher;
    private final LuaValue replacement;
    private final boolean isTemplate;
    private final Buffer result = new Buffer(0);

    /** The index up to which the subject is in the result. */
    private int copied;

    private Gsub(LuaString subject, LuaString pattern, LuaValue replacement) {
        this.subject = subject;
        this.replacement = replacement;
        matcher = new Matcher(subject, Pattern.of(pattern), 1);
        isTemplate = replacement instanceof LuaString text && hasPercent(text);
        copied = subject.m_offset;
    }

    static Varargs apply(Arguments arguments) {
        LuaString subject = arguments.string(1);
        LuaString pattern = arguments.string(2);
        LuaValue replacement =
                switch (arguments.value(3)) {
                    case LuaNumber number -> number.strvalue();
                    case LuaValue other -> other;
                };
        long most = arguments.integer(4, subject.m_length + 1L);
        if (!(replacement instanceof LuaString
                || replacement instanceof Table
                || replacement instanceof LuaFunction)) {
            throw arguments.unexpected(3, "string/function/table");
        }
        return new Gsub(subject, pattern, replacement).replace(most);
    }

    private Varargs replace(long most) {
        long count = 0;
        boolean changed = false;
        while (count < most && matcher.find()) {
            count++;
            changed |= replaceOne();
        }
        LuaString text = changed ? rest() : subject;
        return LuaValue.varargsOf(text, LuaInt.of(count));
    }

    private LuaString rest() {
        return result.add(subject.m_bytes, copied, subject.m_offset + subject.m_length).text();
    }

    /** Replaces the match, unless nil or false say to leave it. */
    private boolean replaceOne() {
        LuaValue value = isTemplate ? LuaValue.NIL : value();
        if (!isTemplate && !Comparison.isTrue(value)) {
            return false;
        }
        result.add(subject.m_bytes, copied, matcher.from());
        if (isTemplate) {
            addTemplate((LuaString) replacement);
        } else {
            addText(value);
        }
        copied = matcher.to();
        return true;
    }

    private LuaValue value() {
        return switch (replacement) {
            case Table table -> Indexing.get(table, matcher.capture(0), null);
            case LuaFunction function -> Calls.apply(function, matcher.captures()).arg1();
            default -> replacement;
        };
    }

    private void addText(LuaValue value) {
        switch (value) {
            case LuaString text -> result.add(text);
            case LuaNumber number -> result.add(number.strvalue());
            default ->
                    throw Failures.of(
                            "invalid replacement value (a %s)".formatted(value.typename()));
        }
    }

    private void addTemplate(LuaString template) {
        byte[] bytes = template.m_bytes;
        int end = template.m_offset + template.m_length;
        int at = template.m_offset;
        int percent = ByteSearch.indexOf(bytes, at, end, '%');
        while (percent >= 0) {
            result.add(bytes, at, percent);
            addReferred(percent + 1 < end ? bytes[percent + 1] : 0);
            at = percent + 2;
            percent = ByteSearch.indexOf(bytes, at, end, '%');
            Poll.poll();
        }
        result.add(bytes, at, end);
    }

    private void addReferred(int name) {
        if (name == '%') {
            result.add('%');
        } else if (name == '0') {
            result.add(subject.m_bytes, matcher.from(), matcher.to());
        } else if (name >= '1' && name <= '9') {
            addText(matcher.capture(name - '1'));
        } else {
            throw Failures.of("invalid use of '%' in replacement string");
        }
    }

    private static boolean hasPercent(LuaString text) {
        int start = text.m_offset;
        return ByteSearch.indexOf(text.m_bytes, start, start + text.m_length, '%') >= 0;
    }
}
