package dev.moonlet.module.text;

import dev.moonlet.lua.Text;
import dev.moonlet.lua.value.Poll;
import dev.moonlet.lua.value.Table;
import dev.moonlet.module.Arguments;
import dev.moonlet.module.StringOutput;
import org.luaj.vm2.LuaNumber;
import org.luaj.vm2.LuaString;
import org.luaj.vm2.LuaValue;
import tools.jackson.core.FormatSchema;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.dataformat.csv.CsvFactory;
import tools.jackson.dataformat.csv.CsvWriteFeature;

/** Writes rows as CSV; a value is in quotes where it has to be. */
final class WriteCsv {

    private static final CsvFactory FACTORY =
            CsvFactory.builder().enable(CsvWriteFeature.STRICT_CHECK_FOR_QUOTING).build();

    private final Arguments given;
    private final JsonGenerator generator;

    private WriteCsv(Arguments given, JsonGenerator generator) {
        this.given = given;
        this.generator = generator;
    }

    static LuaValue write(Arguments given) {
        CsvOptions options = CsvOptions.of(given);
        StringOutput output = new StringOutput();
        try (JsonGenerator generator = FACTORY.createGenerator(new Schema(options), output)) {
            new WriteCsv(given, generator).rows(given.table(1), options.header());
        }
        return output.string();
    }

    private void rows(Table rows, LuaValue header) {
        if (header instanceof Table names) {
            row(names);
        }
        for (long i = 1; i <= rows.rawlen(); i++) {
            Table row = (Table) rows.get(i);
            row(header instanceof Table names ? values(row, names) : row);
        }
    }

    private static Table values(Table row, Table names) {
        LuaValue[] values = new LuaValue[names.rawlen()];
        for (int i = 0; i < values.length; i++) {
            LuaValue value = row.rawget(names.get(i + 1L));
            values[i] = value == LuaValue.NIL ? LuaValue.EMPTYSTRING : value;
        }
        return Table.ofItems(values);
    }

    private void row(Table row) {
        generator.writeStartArray();
        for (long i = 1; i <= row.rawlen(); i++) {
            Poll.poll();
            generator.writeString(text(row.get(i)));
        }
        generator.writeEndArray();
    }

    private String text(LuaValue value) {
        return switch (value) {
            case LuaString text -> Text.of(text);
            case LuaNumber number -> number.tojstring();
            default -> {
                if (!value.isboolean()) {
                    throw given.wrong(1, "a %s can't be a value".formatted(value.typename()));
                }
                yield value.tojstring();
            }
        };
    }

    /** Tells Jackson the separator. */
    private static final class Schema extends ObjectWriteContext.Base {

        private final CsvOptions options;

        Schema(CsvOptions options) {
            this.options = options;
        }

        @Override
        public FormatSchema getSchema() {
            return options.schema();
        }
    }
}
