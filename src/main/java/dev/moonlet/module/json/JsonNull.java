package dev.moonlet.module.json;

import dev.moonlet.lua.Text;
import dev.moonlet.module.ModuleFunction;
import dev.moonlet.module.ObjectType;
import dev.moonlet.module.signature.Types;
import org.luaj.vm2.LuaValue;

/** A null that a table can hold: {@code json.null}. */
enum JsonNull {
    NULL;

    static final ObjectType<JsonNull> TYPE =
            ObjectType.named("json.Null", JsonNull.class)
                    .metamethod(
                            ModuleFunction.named("__tostring")
                                    .takes("self", Types.ANY)
                                    .returns(Types.STRING)
                                    .does(_ -> Text.of("null")));

    static final LuaValue VALUE = TYPE.of(NULL);
}
