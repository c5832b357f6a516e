package dev.moonlet.lua.stdlib;

import dev.moonlet.lua.value.Poll;
import dev.moonlet.lua.value.Strings;
import java.util.function.Consumer;
import org.luaj.vm2.LuaString;
import org.luaj.vm2.LuaValue;
import org.luaj.vm2.Varargs;

/** {@code print}: hands on one line a call, without its end. */
final class Print {

    private final Consumer<LuaString> output;

    Print(Consumer<LuaString> output) {
        this.output = output;
    }

    Varargs apply(Arguments arguments) {
        Buffer line = new Buffer(0);
        for (int i = 1; i <= arguments.count(); i++) {
            Poll.poll();
            if (i > 1) {
                line.add('\t');
            }
            line.add(Strings.text(arguments.value(i)));
        }
        output.accept(line.text());
        return LuaValue.NONE;
    }
}
