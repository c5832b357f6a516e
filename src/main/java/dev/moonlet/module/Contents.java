package dev.moonlet.module;

import dev.moonlet.module.signature.RecordOf;
import java.util.List;
import java.util.stream.Stream;
import org.luaj.vm2.LuaValue;

/** What editors and readers are told of a module beside what it says itself. */
record Contents(Definition module) {

    /** What scripts call the module: {@code http} for {@code net.http}. */
    String local() {
        return last(module.name());
    }

    /** What stands behind the last dot of a name. */
    static String last(String name) {
        return name.substring(name.lastIndexOf('.') + 1);
    }

    /** The records that the functions take and return, each behind those that it is made of. */
    List<RecordOf> records() {
        return Stream.concat(
                        module.functions().stream(),
                        module.types().stream().flatMap(type -> type.methods().stream()))
                .flatMap(function -> function.signature().records())
                .distinct()
                .toList();
    }

    /** The type of a constant. */
    static String type(LuaValue constant) {
        return constant.isinttype() ? "integer" : constant.typename();
    }
}
