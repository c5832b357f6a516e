package dev.moonlet.lua.compiler;

import dev.moonlet.lua.value.Interned;
import dev.moonlet.lua.value.LuaFloat;
import dev.moonlet.lua.value.LuaInt;
import java.lang.classfile.ClassBuilder;
import java.lang.classfile.ClassFile;
import java.lang.classfile.CodeBuilder;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.luaj.vm2.LuaString;
import org.luaj.vm2.LuaValue;

/**
 * The strings and numbers of a script, each once, as static fields of classes of their own: the JVM
 * treats them as constants, and a string that is a key everywhere is the same object everywhere.
 */
final class Constants {

    private static final String FIELD = "k";

    /** Few enough for one method to set them all. */
    private static final int IN_A_CLASS = 2_000;

    private final String prefix;
    private final Map<Object, Integer> indexes = new HashMap<>();
    private final List<LuaValue> values = new ArrayList<>();

    Constants(String prefix) {
        this.prefix = prefix;
    }

    void push(CodeBuilder code, LuaString text) {
        push(code, text, Interned.of(text), Symbols.TEXT);
    }

    void push(CodeBuilder code, long number) {
        push(code, number, LuaInt.of(number), Symbols.INTEGER);
    }

    void push(CodeBuilder code, double number) {
        push(code, number, LuaFloat.of(number), Symbols.FLOAT);
    }

    /** The values in the order of their fields; the class takes them when it is initialized. */
    List<LuaValue> values() {
        return values;
    }

    /** The classes that hold the fields, by name. */
    Map<String, byte[]> compile() {
        Map<String, byte[]> classes = new HashMap<>();
        for (int first = 0; first < values.size(); first += IN_A_CLASS) {
            int from = first;
            int to = Math.min(first + IN_A_CLASS, values.size());
            byte[] holder = ClassFile.of().build(holder(from), type -> define(type, from, to));
            classes.put(name(from), holder);
        }
        return classes;
    }

    private void define(ClassBuilder type, int from, int to) {
        for (int i = from; i < to; i++) {
            type.withField(
                    FIELD + i, kind(values.get(i)), ClassFile.ACC_STATIC | ClassFile.ACC_FINAL);
        }
        type.withMethodBody(
                ConstantDescs.CLASS_INIT_NAME,
                ConstantDescs.MTD_void,
                ClassFile.ACC_STATIC,
                code -> initialize(code, from, to));
    }

    private void push(CodeBuilder code, Object identity, LuaValue value, ClassDesc kind) {
        int index =
                indexes.computeIfAbsent(
                        identity,
                        _ -> {
                            values.add(value);
                            return values.size() - 1;
                        });
        code.getstatic(holder(index), FIELD + index, kind);
    }

    private void initialize(CodeBuilder code, int from, int to) {
        for (int i = from; i < to; i++) {
            code.loadConstant(holder(i))
                    .loadConstant(i)
                    .invokestatic(
                            Symbols.SUPPORT,
                            "constant",
                            Symbols.type(Symbols.VALUE, ConstantDescs.CD_Class, Symbols.INT))
                    .checkcast(kind(values.get(i)))
                    .putstatic(holder(i), FIELD + i, kind(values.get(i)));
        }
        code.return_();
    }

    private ClassDesc holder(int index) {
        return ClassDesc.of(name(index));
    }

    private String name(int index) {
        return prefix + "$constants" + index / IN_A_CLASS;
    }

    private static ClassDesc kind(LuaValue value) {
        return Symbols.of(value.getClass());
    }
}
