package dev.moonlet.lua.stdlib;

import dev.moonlet.lua.value.Failures;
import dev.moonlet.lua.value.Poll;
import dev.moonlet.lua.value.Strings;
import org.luaj.vm2.LuaString;
import org.luaj.vm2.LuaValue;

/** {@code string.format}. */
final class Format {

    private static final String TEXT_FLAGS = "-";

    /** Of equal strings up to this length there seems to be one only. */
    private static final int MAX_INTERNED = 40;

    private final Arguments arguments;
    private final Buffer out;
    private int argument = 1;

    private Format(Arguments arguments, Buffer out) {
        this.arguments = arguments;
        this.out = out;
    }

    static LuaString apply(Arguments arguments) {
        LuaString template = arguments.string(1);
        Buffer out = new Buffer(template.m_length + 32L);
        new Format(arguments, out).add(template);
        return out.text();
    }

    private void add(LuaString template) {
        byte[] bytes = template.m_bytes;
        int at = template.m_offset;
        int end = at + template.m_length;
        int percent = ByteSearch.indexOf(bytes, at, end, '%');
        while (percent >= 0) {
            out.add(bytes, at, percent);
            if (percent + 1 < end && bytes[percent + 1] == '%') {
                out.add('%');
                at = percent + 2;
            } else {
                at = convert(bytes, percent + 1, end);
            }
            percent = ByteSearch.indexOf(bytes, at, end, '%');
            Poll.poll();
        }
        out.add(bytes, at, end);
    }

    /** Adds the next argument as a directive says; returns the index behind that. */
    private int convert(byte[] template, int start, int end) {
        argument++;
        if (arguments.isNone(argument)) {
            throw arguments.failure(argument, "no value");
        }
        Directive directive = new Directive(template, start, end);
        switch (directive.letter()) {
            case 'd', 'i', 'u', 'o', 'x', 'X' ->
                    FormatInteger.add(out, directive, arguments.integer(argument));
            case 'e', 'E', 'f', 'g', 'G' -> {
                double value = arguments.number(argument);
                FormatFloat.add(out, directive.read(FormatFloat.FLAGS, true), value);
            }
            case 'a', 'A' -> {
                directive.read(FormatFloat.FLAGS, true);
                FormatFloat.add(out, directive, arguments.number(argument));
            }
            case 'c' -> addCharacter(directive);
            case 's' -> addText(directive);
            case 'p' -> addAddress(directive);
            case 'q' -> addLiteral(directive);
            default -> throw directive.unknown();
        }
        return directive.end();
    }

    private void addCharacter(Directive directive) {
        directive.read(TEXT_FLAGS, false);
        byte[] character = {(byte) arguments.integer(argument)};
        directive.add(out, character, 0, 1);
    }

    private void addText(Directive directive) {
        LuaString text = Strings.text(arguments.value(argument));
        int start = text.m_offset;
        int end = start + text.m_length;
        if (!directive.isPlain()) {
            if (ByteSearch.indexOf(text.m_bytes, start, end, 0) >= 0) {
                throw arguments.failure(argument, "string contains zeros");
            }
            directive.read(TEXT_FLAGS, true);
        }
        directive.add(out, text.m_bytes, start, end);
    }

    private void addAddress(Directive directive) {
        directive.read(TEXT_FLAGS, false);
        LuaValue value = arguments.value(argument);
        String address =
                switch (value) {
                    case LuaString text when text.m_length <= MAX_INTERNED ->
                            "0x%012x".formatted(text.hashCode());
                    default -> hasAddress(value) ? Strings.address(value) : "(null)";
                };
        directive.add(out, "", address, false);
    }

    private static boolean hasAddress(LuaValue value) {
        return switch (value.type()) {
            case LuaValue.TNIL, LuaValue.TBOOLEAN, LuaValue.TNUMBER -> false;
            default -> true;
        };
    }

    private void addLiteral(Directive directive) {
        if (!directive.isPlain()) {
            throw Failures.of("specifier '%q' cannot have modifiers");
        }
        LuaValue value = arguments.value(argument);
        if (!FormatLiteral.add(out, value)) {
            throw arguments.failure(argument, "value has no literal form");
        }
    }
}
