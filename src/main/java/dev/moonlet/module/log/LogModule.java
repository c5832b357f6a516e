package dev.moonlet.module.log;

import dev.moonlet.lua.Coroutine;
import dev.moonlet.lua.value.Traces;
import dev.moonlet.module.Arguments;
import dev.moonlet.module.Definition;
import dev.moonlet.module.Module;
import dev.moonlet.module.ModuleClass;
import dev.moonlet.module.ModuleFunction;
import dev.moonlet.module.signature.Types;
import org.luaj.vm2.LuaValue;
import org.luaj.vm2.Varargs;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;
import org.springframework.stereotype.Component;

/** Log lines of scripts: {@code log.info("paid", {order = 7})}. */
@Component
final class LogModule implements Module {

    private static final Logger LOG = LoggerFactory.getLogger("lua");

    @Override
    public Definition definition() {
        return Definition.of("log", "Writes to the service's log.")
                .classes(ModuleClass.IO)
                .with(writing("debug", Level.DEBUG))
                .with(writing("info", Level.INFO))
                .with(writing("warn", Level.WARN))
                .with(writing("error", Level.ERROR));
    }

    private static ModuleFunction writing(String name, Level level) {
        return ModuleFunction.named(name)
                .described("Logs a message, and fields behind it, as %s.".formatted(level))
                .takes("message", Types.ANY)
                .takes("fields", Types.optional(Types.map(Types.STRING, Types.ANY)))
                .does(given -> write(level, given));
    }

    private static Varargs write(Level level, Arguments given) {
        if (LOG.isEnabledForLevel(level)) {
            LogLine line = new LogLine().message(given.value(1));
            if (given.has(2)) {
                line.fields(given.table(2));
            }
            String text = line.text();
            Coroutine.countOutput(text.length());
            LOG.atLevel(level).log("{}: {}", Traces.ofScript(), text);
        }
        return LuaValue.NONE;
    }
}
