package dev.moonlet.module.json;

import dev.moonlet.lua.value.Comparison;
import dev.moonlet.lua.value.Table;
import dev.moonlet.module.Arguments;
import dev.moonlet.module.Definition;
import dev.moonlet.module.Module;
import dev.moonlet.module.ModuleClass;
import dev.moonlet.module.ModuleFunction;
import dev.moonlet.module.signature.Field;
import dev.moonlet.module.signature.Type;
import dev.moonlet.module.signature.Types;
import org.luaj.vm2.LuaValue;
import org.springframework.stereotype.Component;
import tools.jackson.core.ObjectWriteContext;

/** JSON for scripts: {@code json.decode(text)} and {@code json.encode(value)}. */
@Component
final class JsonModule implements Module {

    private static final Type LAYOUT =
            Types.record(
                    "json.Layout",
                    new Field(
                            "indent",
                            Types.optional(Types.BOOLEAN),
                            "whether every value gets a line of its own"));

    @Override
    public Definition definition() {
        return Definition.of("json", "Reads and writes JSON.")
                .classes(ModuleClass.ENCODING, ModuleClass.DETERMINISTIC)
                .with(
                        ModuleFunction.named("encode")
                                .described("A value as JSON; a table with items is an array.")
                                .takes("value", Types.ANY)
                                .takes("layout", Types.optional(LAYOUT))
                                .returns(Types.STRING)
                                .does(JsonModule::encode))
                .with(
                        ModuleFunction.named("decode")
                                .described("The value of a JSON text; its nulls are json.null.")
                                .takes("text", Types.STRING)
                                .returnsOrFails(Types.ANY)
                                .does(given -> JsonReader.decode(given.bytes(1))))
                .with(
                        ModuleFunction.named("validate")
                                .described("True, or what of a value does not fit a JSON Schema.")
                                .takes("value", Types.ANY)
                                .takes("schema", Types.TABLE)
                                .returnsOrFails(Types.BOOLEAN)
                                .does(Validation::validate))
                .with(marking("array", Mark.ARRAY))
                .with(marking("object", Mark.OBJECT))
                .with(JsonNull.TYPE)
                .with("null", JsonNull.VALUE);
    }

    private static ModuleFunction marking(String name, Mark mark) {
        return ModuleFunction.named(name)
                .described("Marks a table, or a new one, as an %s, empty or not.".formatted(name))
                .takes("table", Types.optional(Types.TABLE))
                .returns(Types.TABLE)
                .does(given -> marked(given, mark));
    }

    private static LuaValue encode(Arguments given) {
        try {
            return JsonWriter.write(given.value(1), layout(given)).string();
        } catch (JsonError noForm) {
            throw given.wrong(1, String.valueOf(noForm.getMessage()));
        }
    }

    private static ObjectWriteContext layout(Arguments given) {
        return given.has(2) && Comparison.isTrue(given.table(2).rawget("indent"))
                ? new Indented()
                : ObjectWriteContext.empty();
    }

    private static LuaValue marked(Arguments given, Mark mark) {
        Table table = given.has(1) ? given.table(1) : new Table();
        if (!Mark.fits(table)) {
            throw given.wrong(1, "a table that is read-only or has a metatable can't be marked");
        }
        mark.put(table);
        return table;
    }
}
