package dev.moonlet.module.text;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.re2j.Matcher;
import com.google.re2j.PatternSyntaxException;
import dev.moonlet.lua.Text;
import dev.moonlet.module.Arguments;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import org.luaj.vm2.LuaString;

/** A text that is searched, and where Lua sees what is found in it. */
record Subject(String text, boolean isAscii) {

    /** The first argument. */
    static Subject of(Arguments given) {
        LuaString bytes = given.bytes(1);
        try {
            String text =
                    UTF_8.newDecoder()
                            .decode(ByteBuffer.wrap(bytes.m_bytes, bytes.m_offset, bytes.m_length))
                            .toString();
            return new Subject(text, text.length() == bytes.m_length);
        } catch (CharacterCodingException _) {
            throw given.wrong(1, "the text is not UTF-8");
        }
    }

    /** Matches the second argument, a pattern. */
    Matcher matcher(Arguments given) {
        try {
            return Patterns.of(given.text(2)).matcher(new Polled(text));
        } catch (PatternSyntaxException wrong) {
            throw given.wrong(2, Patterns.reason(wrong));
        }
    }

    /** How many bytes there are before a character. */
    long bytesBefore(int index) {
        return isAscii ? index : part(0, index).m_length;
    }

    LuaString part(int from, int to) {
        return Text.of(text.substring(from, to));
    }
}
