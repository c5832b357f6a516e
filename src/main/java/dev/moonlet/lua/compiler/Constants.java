package dev.moonlet.lua.compiler;

import dev.moonlet.lua.value.Interned;
import dev.moonlet.lua.value.LuaFloat;
import dev.moonlet.lua.value.LuaInt;
import dev.moonlet.lua.value.Poll;
import java.lang.classfile.ClassBuilder;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeBuilder;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.luaj.vm2.LuaString;
import org.luaj.vm2.LuaValue;

/**
 * The strings and numbers of a script, each once, as static fields: the JVM treats them as
 * constants, and a string that is a key everywhere is the same object everywhere. The script's main
 * class holds them, which saves a small script a class of their own; those that are too many for it
 * have such classes.
 */
final class Constants {

    /** Few enough for one method to set them all. */
    private static final int IN_A_CLASS = 2_000;

    private static final ClassDesc VALUES = Symbols.VALUE.arrayType();
    private static final MethodTypeDesc VALUES_OF = Symbols.type(VALUES, ConstantDescs.CD_Class);

    private final ClassDesc main;
    private final Map<Object, Constant> byIdentity = new HashMap<>();
    private final List<Constant> all = new ArrayList<>();

    /** A value and the field that holds it, described once for all who use it. */
    private record Constant(LuaValue value, ClassDesc holder, String field, ClassDesc kind) {}

    Constants(ClassDesc main) {
        this.main = main;
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

    /** The values in the order of their fields; the classes take them when initialized. */
    LuaValue[] values() {
        LuaValue[] values = new LuaValue[all.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = all.get(i).value();
        }
        return values;
    }

    /** The script's main class with the fields that it holds. */
    byte[] addTo(byte[] compiled) {
        int to = Math.min(IN_A_CLASS, all.size());
        if (to == 0) {
            return compiled;
        }
        ClassFile format = ClassFile.of();
        return format.transformClass(
                format.parse(compiled), ClassTransform.endHandler(type -> define(type, 0, to)));
    }

    /** The classes of the constants that the main class has no room for, by name. */
    Map<String, byte[]> others() {
        Map<String, byte[]> classes = new HashMap<>();
        for (int first = IN_A_CLASS; first < all.size(); first += IN_A_CLASS) {
            int from = first;
            int to = Math.min(first + IN_A_CLASS, all.size());
            ClassDesc holder = all.get(from).holder();
            classes.put(
                    Symbols.name(holder),
                    ClassFile.of().build(holder, type -> define(type, from, to)));
        }
        return classes;
    }

    private void define(ClassBuilder type, int from, int to) {
        Poll.poll();
        for (Constant each : all.subList(from, to)) {
            type.withField(each.field(), each.kind(), ClassFile.ACC_STATIC | ClassFile.ACC_FINAL);
        }
        type.withMethodBody(
                ConstantDescs.CLASS_INIT_NAME,
                ConstantDescs.MTD_void,
                ClassFile.ACC_STATIC,
                code -> initialize(code, from, to));
    }

    private void push(CodeBuilder code, Object identity, LuaValue value, ClassDesc kind) {
        Constant known = byIdentity.get(identity);
        if (known == null) {
            known = add(value, kind);
            byIdentity.put(identity, known);
        }
        code.getstatic(known.holder(), known.field(), known.kind());
    }

    private Constant add(LuaValue value, ClassDesc kind) {
        int index = all.size();
        ClassDesc holder = index % IN_A_CLASS == 0 ? holder(index) : all.getLast().holder();
        Constant added = new Constant(value, holder, "k" + index, kind);
        all.add(added);
        return added;
    }

    private void initialize(CodeBuilder code, int from, int to) {
        code.loadConstant(all.get(from).holder())
                .invokestatic(Symbols.SUPPORT, "constants", VALUES_OF)
                .astore(0);
        for (int i = from; i < to; i++) {
            Constant each = all.get(i);
            code.aload(0).loadConstant(i).aaload();
            code.checkcast(each.kind()).putstatic(each.holder(), each.field(), each.kind());
        }
        code.return_();
    }

    private ClassDesc holder(int first) {
        return first == 0
                ? main
                : ClassDesc.of(Symbols.name(main) + "$constants" + first / IN_A_CLASS);
    }
}
