package dev.moonlet.module;

import static java.util.stream.Collectors.joining;

import dev.moonlet.module.signature.Field;
import dev.moonlet.module.signature.Parameter;
import dev.moonlet.module.signature.RecordOf;
import dev.moonlet.module.signature.Signature;
import dev.moonlet.module.signature.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A module as editors read it: a file in Lua that has its signatures and no code. */
final class Stub {

    private final Definition module;
    private final String local;
    private final List<String> parts = new ArrayList<>();

    private Stub(Definition module) {
        this.module = module;
        local = new Contents(module).local();
    }

    static String of(Definition module) {
        return new Stub(module).text();
    }

    private String text() {
        parts.add("---@meta " + module.name());
        new Contents(module).records().forEach(each -> parts.add(declaration(each)));
        module.types().forEach(this::type);
        parts.add(head());
        module.functions().forEach(each -> parts.add(function(each, local + ".")));
        parts.add("return " + local);
        return String.join("\n\n", parts) + "\n";
    }

    private static String declaration(RecordOf table) {
        return "---@class "
                + table.name()
                + table.fields().stream().map(Stub::field).collect(joining());
    }

    private static String field(Field field) {
        return "\n---@field %s %s %s"
                .formatted(field.name(), field.type().spelled(), field.description())
                .stripTrailing();
    }

    private String head() {
        StringBuilder head = new StringBuilder();
        head.append("---").append(module.description()).append('\n');
        head.append("---@class ").append(module.name()).append('\n');
        module.constants().forEach((name, value) -> head.append(field(name, Contents.type(value))));
        module.members().forEach((name, other) -> head.append(field(name, other)));
        return head.append("local ").append(local).append(" = {}").toString();
    }

    private static String field(String name, String type) {
        return "---@field %s %s\n".formatted(name, type);
    }

    private void type(ObjectType<?> type) {
        String name = Contents.last(type.name());
        String fields = type.fields().stream().map(Stub::field).collect(joining());
        parts.add("---@class %s%s\nlocal %s = {}".formatted(type.name(), fields, name));
        type.methods().forEach(method -> parts.add(function(method, name + ":")));
    }

    private static String function(ModuleFunction function, String owner) {
        Signature signature =
                owner.endsWith(":") ? function.signature().withoutFirst() : function.signature();
        List<Parameter> parameters = signature.parameters();
        StringBuilder text = new StringBuilder();
        if (!function.description().isEmpty()) {
            text.append("---").append(function.description()).append('\n');
        }
        for (Parameter each : parameters) {
            text.append("---@param ").append(each.name()).append(each.isOptional() ? "? " : " ");
            text.append(each.type().spelled()).append('\n');
        }
        Type rest = signature.rest();
        if (rest != null) {
            text.append("---@param ... ").append(rest.spelled()).append('\n');
        }
        signature.returns().forEach(type -> text.append("---@return " + type.spelled() + "\n"));
        String names =
                Stream.concat(
                                parameters.stream().map(Parameter::name),
                                Stream.ofNullable(rest).map(_ -> "..."))
                        .collect(joining(", "));
        return text + "function %s%s(%s) end".formatted(owner, function.name(), names);
    }
}
