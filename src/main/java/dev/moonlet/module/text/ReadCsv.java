package dev.moonlet.module.text;

import dev.moonlet.lua.Text;
import dev.moonlet.lua.value.Comparison;
import dev.moonlet.lua.value.Poll;
import dev.moonlet.lua.value.Table;
import dev.moonlet.module.Arguments;
import dev.moonlet.module.ErrorValue;
import dev.moonlet.operation.Kind;
import org.luaj.vm2.LuaString;
import org.luaj.vm2.Varargs;
import tools.jackson.core.FormatSchema;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.dataformat.csv.CsvFactory;
import tools.jackson.dataformat.csv.CsvReadFeature;

/** Reads the rows of a CSV text: tables of texts, by number or by the names of the first row. */
final class ReadCsv {

    private static final CsvFactory FACTORY =
            CsvFactory.builder().enable(CsvReadFeature.SKIP_EMPTY_LINES).build();

    private static final LuaString MARK = Text.of("\uFEFF");

    private final JsonParser parser;
    private final Table rows = new Table();
    private int count;

    private ReadCsv(JsonParser parser) {
        this.parser = parser;
    }

    static Varargs read(Arguments given) {
        CsvOptions options = CsvOptions.of(given);
        LuaString text = withoutMark(given.bytes(1));
        try (JsonParser parser =
                FACTORY.createParser(
                        new Schema(options), text.m_bytes, text.m_offset, text.m_length)) {
            return new ReadCsv(parser).rows(Comparison.isTrue(options.header()));
        } catch (JacksonException wrong) {
            return ErrorValue.failure(
                    Kind.INVALID, "not CSV, in line " + wrong.getLocation().getLineNr());
        }
    }

    /** Jackson sees a byte order mark only where something stands behind it. */
    private static LuaString withoutMark(LuaString text) {
        return text.m_length >= MARK.m_length && text.substring(0, MARK.m_length).raweq(MARK)
                ? text.substring(MARK.m_length, text.m_length)
                : text;
    }

    private Varargs rows(boolean hasHeader) {
        Table header = hasHeader && parser.nextToken() == JsonToken.START_ARRAY ? row() : null;
        while (parser.nextToken() == JsonToken.START_ARRAY) {
            Table row = row();
            count++;
            if (header != null && row.rawlen() > header.rawlen()) {
                return ErrorValue.failure(Kind.INVALID, tooLong(row, header));
            }
            rows.put(count, header == null ? row : named(row, header));
        }
        return rows;
    }

    private Table row() {
        Table row = new Table();
        for (int i = 1; parser.nextToken() != JsonToken.END_ARRAY; i++) {
            Poll.poll();
            row.put(i, Text.of(parser.getString()));
        }
        return row;
    }

    private String tooLong(Table row, Table header) {
        return "row %d has %d values, and the header %d"
                .formatted(count, row.rawlen(), header.rawlen());
    }

    private static Table named(Table row, Table header) {
        Table named = new Table(0, row.rawlen());
        for (long i = 1; i <= row.rawlen(); i++) {
            named.put(header.get(i), row.get(i));
        }
        return named;
    }

    /** Tells Jackson the separator. */
    private static final class Schema extends ObjectReadContext.Base {

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
