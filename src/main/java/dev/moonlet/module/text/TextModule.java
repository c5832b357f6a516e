package dev.moonlet.module.text;

import dev.moonlet.module.Definition;
import dev.moonlet.module.Module;
import dev.moonlet.module.ModuleClass;
import dev.moonlet.module.ModuleFunction;
import dev.moonlet.module.signature.Field;
import dev.moonlet.module.signature.Type;
import dev.moonlet.module.signature.Types;
import org.springframework.stereotype.Component;

/** What is done with text beyond Lua's own patterns. */
@Component
final class TextModule implements Module {

    private static final String TEXT = "text";
    private static final String PATTERN = "pattern";
    private static final Field SEPARATOR =
            new Field(
                    "separator", Types.optional(Types.STRING), "what stands between two values: ,");
    private static final Type READING =
            Types.record(
                    "text.CsvReading",
                    SEPARATOR,
                    new Field(
                            "header",
                            Types.optional(Types.BOOLEAN),
                            "whether the first row names the values of the others"));
    private static final Type WRITING =
            Types.record(
                    "text.CsvWriting",
                    SEPARATOR,
                    new Field(
                            "header",
                            Types.optional(Types.array(Types.STRING)),
                            "the names of what is written of each row, and the first row"));

    @Override
    public Definition definition() {
        Definition definition =
                Definition.of("text", "Regular expressions, templates and CSV.")
                        .classes(ModuleClass.DETERMINISTIC);
        searching(definition);
        changing(definition);
        return csv(definition);
    }

    private static void searching(Definition definition) {
        definition
                .with(
                        regex("match")
                                .described("The groups of the first match, or all of it; or nil.")
                                .returns(Types.optional(Types.STRING))
                                .does(Search::match))
                .with(
                        regex("find")
                                .described("The first and last byte of the first match; or nil.")
                                .returns(
                                        Types.optional(Types.INTEGER),
                                        Types.optional(Types.INTEGER))
                                .does(Search::find))
                .with(
                        regex("find_all")
                                .described(
                                        "All matches: texts, or tables of groups if it has some.")
                                .returns(Types.array(Types.union(Types.STRING, Types.TABLE)))
                                .does(Search::findAll));
    }

    private static void changing(Definition definition) {
        definition
                .with(
                        regex("replace")
                                .described("Puts a text, with $1 or ${name}, for each match.")
                                .takes("replacement", Types.STRING)
                                .returns(Types.STRING)
                                .does(Change::replace))
                .with(
                        regex("split")
                                .described("What stands between the matches.")
                                .returns(Types.array(Types.STRING))
                                .does(Change::split))
                .with(
                        ModuleFunction.named("template")
                                .described("A Mustache template, filled; values are HTML-escaped.")
                                .takes("template", Types.STRING)
                                .takes("values", Types.TABLE)
                                .returns(Types.STRING)
                                .does(FillTemplate::fill));
    }

    private static Definition csv(Definition definition) {
        return definition
                .with(
                        ModuleFunction.named("csv_parse")
                                .described("The rows of a CSV text.")
                                .takes(TEXT, Types.STRING)
                                .takes("options", Types.optional(READING))
                                .returnsOrFails(Types.array(Types.TABLE))
                                .does(ReadCsv::read))
                .with(
                        ModuleFunction.named("csv_format")
                                .described("Rows as CSV.")
                                .takes("rows", Types.array(Types.TABLE))
                                .takes("options", Types.optional(WRITING))
                                .returns(Types.STRING)
                                .does(WriteCsv::write));
    }

    private static ModuleFunction regex(String name) {
        return ModuleFunction.named(name).takes(TEXT, Types.STRING).takes(PATTERN, Types.STRING);
    }
}
