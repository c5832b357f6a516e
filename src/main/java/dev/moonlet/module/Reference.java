package dev.moonlet.module;

import static java.util.stream.Collectors.joining;

import dev.moonlet.lua.Text;
import dev.moonlet.module.signature.Field;
import dev.moonlet.module.signature.Parameter;
import dev.moonlet.module.signature.RecordOf;
import dev.moonlet.module.signature.Signature;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.luaj.vm2.LuaString;
import org.luaj.vm2.LuaValue;

/** A module as people read it: a page in Markdown. */
final class Reference {

    private final Definition module;
    private final Contents contents;
    private final List<String> parts = new ArrayList<>();

    private Reference(Definition module) {
        this.module = module;
        contents = new Contents(module);
    }

    static String of(Definition module) {
        return new Reference(module).text();
    }

    /** The file of a module's page. */
    static String file(String module) {
        return module + ".md";
    }

    /** A page that names all modules. */
    static String index(List<Definition> modules) {
        return table(
                List.of("module", "what it does", "classes"),
                modules,
                each -> List.of(link(each.name()), each.description(), classes(each)));
    }

    private String text() {
        parts.add("# " + module.name());
        parts.add(module.description());
        parts.add(lua("local %s = require \"%s\"".formatted(contents.local(), module.name())));
        String demands = demands();
        if (!demands.isEmpty()) {
            parts.add(demands);
        }
        section("Functions", module.functions(), all -> all.forEach(this::function));
        section("Objects", module.types(), all -> all.forEach(this::type));
        section("Records", contents.records(), all -> all.forEach(this::describe));
        section("Constants", module.constants().entrySet(), all -> parts.add(constants()));
        section("Modules", module.members().entrySet(), all -> parts.add(members()));
        return String.join("\n\n", parts) + "\n";
    }

    private <T> void section(String title, Collection<T> all, Consumer<Collection<T>> content) {
        if (!all.isEmpty()) {
            parts.add("## " + title);
            content.accept(all);
        }
    }

    private String demands() {
        List<String> demands = new ArrayList<>();
        if (!module.classes().isEmpty()) {
            demands.add("Classes: %s.".formatted(classes(module)));
        }
        if (module.waits()) {
            demands.add("It waits: a profile has to have the feature `async`.");
        }
        if (!module.dependencies().isEmpty()) {
            demands.add(
                    module.dependencies().stream()
                            .map(Reference::link)
                            .collect(joining(", ", "Needs ", ".")));
        }
        return String.join(" ", demands);
    }

    private static String classes(Definition module) {
        return module.classes().stream()
                .sorted()
                .map(each -> code(each.word()))
                .collect(joining(", "));
    }

    private void function(ModuleFunction function) {
        parts.add("### " + function.name());
        function(function, contents.local() + ".", function.signature());
    }

    private void function(ModuleFunction function, String owner, Signature signature) {
        parts.add(lua(owner + function.name() + signature.shown()));
        String said =
                Stream.of(function.description(), function.waits() ? "It waits." : "")
                        .filter(each -> !each.isEmpty())
                        .collect(joining(" "));
        if (!said.isEmpty()) {
            parts.add(said);
        }
        String defaults =
                signature.parameters().stream()
                        .filter(each -> each.otherwise() != LuaValue.NIL)
                        .map(Reference::otherwise)
                        .collect(joining("\n"));
        if (!defaults.isEmpty()) {
            parts.add(defaults);
        }
    }

    private static String otherwise(Parameter parameter) {
        return "- %s is %s if it is left out"
                .formatted(code(parameter.name()), value(parameter.otherwise()));
    }

    private void type(ObjectType<?> type) {
        parts.add("### " + type.name());
        if (!type.fields().isEmpty()) {
            parts.add(fields(type.fields()));
        }
        String object = Contents.last(type.name()).toLowerCase(Locale.ROOT) + ":";
        for (ModuleFunction method : type.methods()) {
            function(method, object, method.signature().withoutFirst());
        }
        if (!type.metamethods().isEmpty()) {
            parts.add(
                    type.metamethods().stream()
                            .map(each -> code(each.name() + each.signature().shown()))
                            .collect(joining(", ", "Metamethods: ", ".")));
        }
    }

    private void describe(RecordOf fields) {
        parts.add("### " + fields.name());
        parts.add(fields(fields.fields()));
    }

    private static String fields(Collection<Field> fields) {
        return table(List.of("field", "type", "what it is"), fields, Reference::row);
    }

    private static List<String> row(Field field) {
        return List.of(code(field.name()), code(field.type().spelled()), field.description());
    }

    private String constants() {
        return table(
                List.of("constant", "type", "value"),
                module.constants().entrySet(),
                each ->
                        List.of(
                                code(each.getKey()),
                                code(Contents.type(each.getValue())),
                                value(each.getValue())));
    }

    private String members() {
        return table(
                List.of("field", "module"),
                module.members().entrySet(),
                each -> List.of(code(each.getKey()), link(each.getValue())));
    }

    private static String value(LuaValue value) {
        return switch (value) {
            case LuaString text -> code("\"" + Text.of(text) + "\"");
            default -> value.isnumber() || value.isboolean() ? code(value.tojstring()) : "";
        };
    }

    private static String link(String module) {
        return "[%s](%s)".formatted(module, file(module));
    }

    private static String code(String text) {
        return "`" + text + "`";
    }

    private static String lua(String code) {
        return "```lua\n" + code + "\n```";
    }

    private static <T> String table(
            List<String> head, Collection<T> rows, Function<T, List<String>> cells) {
        String line = head.stream().map(_ -> "---").collect(joining("|", "|", "|"));
        return Stream.concat(
                        Stream.of(row(head), line),
                        rows.stream().map(each -> row(cells.apply(each))))
                .collect(joining("\n"));
    }

    private static String row(List<String> cells) {
        return cells.stream()
                .map(each -> each.replace("|", "\\|"))
                .collect(joining(" | ", "| ", " |"));
    }
}
