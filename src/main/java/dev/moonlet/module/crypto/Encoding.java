package dev.moonlet.module.crypto;

import dev.moonlet.lua.Text;
import dev.moonlet.module.Choices;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import org.luaj.vm2.LuaString;

/** How bytes are handed to scripts. */
enum Encoding {
    HEX {
        @Override
        LuaString of(byte[] bytes) {
            return Text.of(HexFormat.of().formatHex(bytes));
        }
    },
    BASE64 {
        @Override
        LuaString of(byte[] bytes) {
            return LuaString.valueUsing(Base64.getEncoder().encode(bytes));
        }
    },
    RAW {
        @Override
        LuaString of(byte[] bytes) {
            return LuaString.valueUsing(bytes);
        }
    };

    static final Choices<Encoding> CHOICES =
            new Choices<>("encoding", List.of(values()), Encoding::toString);

    abstract LuaString of(byte[] bytes);

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
