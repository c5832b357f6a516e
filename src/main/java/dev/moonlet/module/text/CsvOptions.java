package dev.moonlet.module.text;

import dev.moonlet.lua.value.Table;
import dev.moonlet.module.Arguments;
import org.luaj.vm2.LuaError;
import org.luaj.vm2.LuaValue;
import tools.jackson.dataformat.csv.CsvSchema;

/**
 * How CSV is written.
 *
 * @param separator what stands between two values
 * @param header whether and how the first row names the values, or nil
 */
record CsvOptions(char separator, LuaValue header) {

    /** The second argument. */
    static CsvOptions of(Arguments given) {
        return given.has(2)
                ? new CsvOptions(separator(given), given.table(2).rawget("header"))
                : new CsvOptions(',', LuaValue.NIL);
    }

    CsvSchema schema() {
        return CsvSchema.emptySchema().withColumnSeparator(separator);
    }

    private static char separator(Arguments given) {
        Table options = given.table(2);
        LuaValue separator = options.rawget("separator");
        if (separator == LuaValue.NIL) {
            return ',';
        }
        String text = separator.tojstring();
        if (text.length() != 1 || "\"\r\n".contains(text)) {
            throw wrong(given, text);
        }
        return text.charAt(0);
    }

    private static LuaError wrong(Arguments given, String text) {
        return given.wrong(
                2, "field 'separator': one character expected, got '%s'".formatted(text));
    }
}
