package dev.moonlet.module;

import static java.util.stream.Collectors.joining;

import dev.moonlet.module.signature.Parameter;
import dev.moonlet.module.signature.Signature;
import dev.moonlet.module.signature.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.luaj.vm2.LuaValue;

/** A module as editors read it: a file in Lua that has its signatures and no code. */
final class Stub {

    private final Definition module;
    private final String local;
    private final List<String> parts = new ArrayList<>();

    private Stub(Definition module) {
        this.module = module;
        local = module.name().substring(module.name().lastIndexOf('.') + 1);
    }

    static String of(Definition module) {
        return new Stub(module).text();
    }

    private String text() {
        parts.add("---@meta " + module.name());
        declarations().distinct().forEach(parts::add);
        module.types().forEach(this::type);
        parts.add(head());
        module.functions().forEach(each -> parts.add(function(each, local + ".")));
        parts.add("return " + local);
        return String.join("\n\n", parts) + "\n";
    }

    private Stream<String> declarations() {
        return Stream.concat(
                        module.functions().stream(),
                        module.types().stream().flatMap(type -> type.methods().stream()))
                .map(ModuleFunction::signature)
                .flatMap(Signature::declarations);
    }

    private String head() {
        StringBuilder head = new StringBuilder();
        head.append("---").append(module.description()).append('\n');
        head.append("---@class ").append(module.name()).append('\n');
        module.constants().forEach((name, value) -> head.append(field(name, typeName(value))));
        module.members().forEach((name, other) -> head.append(field(name, other)));
        return head.append("local ").append(local).append(" = {}").toString();
    }

    private static String field(String name, String type) {
        return "---@field %s %s\n".formatted(name, type);
    }

    private static String typeName(LuaValue value) {
        return value.isinttype() ? "integer" : value.typename();
    }

    private void type(ObjectType<?> type) {
        String name = type.name().substring(type.name().lastIndexOf('.') + 1);
        parts.add("---@class %s\nlocal %s = {}".formatted(type.name(), name));
        type.methods().forEach(method -> parts.add(function(method, name + ":")));
    }

    private static String function(ModuleFunction function, String owner) {
        Signature signature = function.signature();
        boolean isMethod = owner.endsWith(":");
        List<Parameter> parameters =
                signature.parameters().subList(isMethod ? 1 : 0, signature.parameters().size());
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
