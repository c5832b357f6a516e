package dev.moonlet.module.moonlet;

import dev.moonlet.lua.Coroutine;
import dev.moonlet.lua.Text;
import dev.moonlet.lua.value.Table;
import dev.moonlet.module.Arguments;
import dev.moonlet.module.Definition;
import dev.moonlet.module.Module;
import dev.moonlet.module.ModuleClass;
import dev.moonlet.module.ModuleFunction;
import dev.moonlet.module.signature.Types;
import java.util.Objects;
import org.luaj.vm2.LuaString;
import org.springframework.stereotype.Component;

/**
 * {@code moonlet.version}, and {@code moonlet.load {"json", "time"}} for several modules at once.
 */
@Component
final class MoonletModule implements Module {

    private static final String VERSION =
            Objects.requireNonNullElse(
                    MoonletModule.class.getPackage().getImplementationVersion(), "development");

    @Override
    public Definition definition() {
        return Definition.of("moonlet", "What runs the scripts.")
                .classes(ModuleClass.DETERMINISTIC)
                .with("version", Text.of(VERSION))
                .with(
                        ModuleFunction.named("load")
                                .described("Requires modules; returns them by their names.")
                                .takes("names", Types.array(Types.STRING))
                                .returns(Types.map(Types.STRING, Types.ANY))
                                .does(MoonletModule::load));
    }

    private static Table load(Arguments given) {
        Table loaded = new Table();
        for (int i = 1; i <= given.table(1).rawlen(); i++) {
            LuaString name = given.table(1).rawget(i).strvalue();
            loaded.put(name, Coroutine.require(Text.of(name)));
        }
        return loaded;
    }
}
