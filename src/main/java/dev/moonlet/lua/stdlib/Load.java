package dev.moonlet.lua.stdlib;

import dev.moonlet.lua.value.Calls;
import dev.moonlet.lua.value.Conversions;
import dev.moonlet.lua.value.CoroutineClosed;
import dev.moonlet.lua.value.Failures;
import dev.moonlet.lua.value.Poll;
import dev.moonlet.lua.value.ScriptError;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.luaj.vm2.LuaError;
import org.luaj.vm2.LuaString;
import org.luaj.vm2.LuaValue;
import org.luaj.vm2.Varargs;

/** {@code load}: text only, a chunk that was compiled before is refused whatever the mode says. */
final class Load {

    private static final LuaString PIECES = LuaValue.valueOf("=(load)");
    private static final LuaString MODES = LuaValue.valueOf("bt");
    private static final byte COMPILED = 0x1b;
    private static final byte BYTE_ORDER_MARK = (byte) 0xef;

    private final Loader loader;

    Load(Loader loader) {
        this.loader = loader;
    }

    Varargs apply(Arguments arguments) {
        LuaString mode = arguments.string(3, MODES);
        LuaValue environment = arguments.isNone(4) ? null : arguments.value(4);
        LuaValue whole = Conversions.toText(arguments.value(1));
        boolean pieces = whole == LuaValue.NIL;
        LuaString name = arguments.string(2, pieces ? PIECES : whole.strvalue());
        LuaValue reader = pieces ? arguments.function(1) : LuaValue.NIL;
        try {
            LuaString code = pieces ? read(reader) : whole.strvalue();
            return load(code, ChunkName.shown(name), mode, environment);
        } catch (CoroutineClosed closed) {
            throw closed;
        } catch (LuaError error) {
            return failure(ScriptError.value(error));
        }
    }

    private Varargs load(
            LuaString code, String chunk, LuaString mode, @Nullable LuaValue environment) {
        boolean compiled = code.m_length > 0 && code.luaByte(0) == COMPILED;
        if (compiled || mode.indexOf((byte) 't', 0) < 0) {
            return failure(
                    LuaValue.valueOf(
                            "attempt to load a %s chunk (mode is '%s')"
                                    .formatted(
                                            compiled ? "binary" : "text",
                                            compiled ? "t" : Failures.excerpt(mode))));
        }
        try {
            return loader.load(bytes(code), chunk, environment);
        } catch (Loader.Refused refused) {
            return failure(LuaValue.valueOf(String.valueOf(refused.getMessage())));
        }
    }

    /** The first line of a file may be for others than Lua, that of a text may not. */
    private static byte[] bytes(LuaString code) {
        byte first = code.m_length == 0 ? 0 : (byte) code.luaByte(0);
        int blanks = first == '#' || first == BYTE_ORDER_MARK ? 1 : 0;
        byte[] bytes = Buffer.allocate(blanks + code.m_length);
        Arrays.fill(bytes, 0, blanks, (byte) ' ');
        code.copyInto(0, bytes, blanks, code.m_length);
        return bytes;
    }

    /** Joins the pieces that a function returns until there are no more. */
    private static LuaString read(LuaValue reader) {
        Buffer code = new Buffer(0);
        while (true) {
            Poll.poll();
            LuaValue piece = Calls.call(reader);
            LuaValue text = Conversions.toText(piece);
            if (piece == LuaValue.NIL || (text instanceof LuaString end && end.m_length == 0)) {
                return code.text();
            }
            if (!(text instanceof LuaString more)) {
                throw Failures.of("reader function must return a string");
            }
            code.add(more);
        }
    }

    private static Varargs failure(LuaValue reason) {
        return LuaValue.varargsOf(LuaValue.NIL, reason);
    }
}
