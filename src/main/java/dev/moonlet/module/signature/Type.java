package dev.moonlet.module.signature;

import dev.moonlet.lua.value.Failures;
import java.util.stream.Stream;
import org.luaj.vm2.LuaValue;

/** What a value has to be. */
public interface Type {

    boolean fits(LuaValue value);

    /** How editors and documentation spell it. */
    String spelled();

    /** The records in it, of which editors and readers have to be told. */
    default Stream<RecordOf> records() {
        return Stream.empty();
    }

    /** What is wrong with a value that does not fit: {@code string expected, got nil}. */
    default String mismatch(LuaValue value) {
        return "%s expected, got %s".formatted(spelled(), Failures.typeName(value));
    }
}
