package dev.moonlet.lua;

import dev.moonlet.lua.value.Table;
import org.jspecify.annotations.Nullable;

/** Where {@code require} looks before it looks for a script. */
@FunctionalInterface
public interface ModuleSource {

    /** No modules. */
    ModuleSource NONE = _ -> null;

    /**
     * The frozen table of a module; asked for once a state.
     *
     * @return null if there is no module of this name
     * @throws org.luaj.vm2.LuaError if there is one that can't be had
     */
    @Nullable Table find(String name);
}
