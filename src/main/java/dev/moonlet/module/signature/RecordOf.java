package dev.moonlet.module.signature;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.luaj.vm2.LuaTable;
import org.luaj.vm2.LuaValue;

/** A table with fields of known names. */
public record RecordOf(String name, List<Field> fields) implements Type {

    @Override
    public boolean fits(LuaValue value) {
        return value instanceof LuaTable table && misfit(table) == null;
    }

    @Override
    public String spelled() {
        return name;
    }

    @Override
    public Stream<RecordOf> records() {
        return Stream.concat(
                fields.stream().flatMap(field -> field.type().records()), Stream.of(this));
    }

    @Override
    public String mismatch(LuaValue value) {
        Field misfit = value instanceof LuaTable table ? misfit(table) : null;
        return misfit == null
                ? Type.super.mismatch(value)
                : "field '%s': %s"
                        .formatted(
                                misfit.name(),
                                misfit.type().mismatch(value.checktable().rawget(misfit.name())));
    }

    private @Nullable Field misfit(LuaTable table) {
        for (Field field : fields) {
            if (!field.type().fits(table.rawget(field.name()))) {
                return field;
            }
        }
        return null;
    }
}
