package dev.moonlet.lua.compiler;

import dev.moonlet.lua.value.Arithmetic;
import dev.moonlet.lua.value.Bitwise;
import dev.moonlet.lua.value.Body;
import dev.moonlet.lua.value.Calls;
import dev.moonlet.lua.value.Cell;
import dev.moonlet.lua.value.Comparison;
import dev.moonlet.lua.value.DoubleArithmetic;
import dev.moonlet.lua.value.Function;
import dev.moonlet.lua.value.FunctionClass;
import dev.moonlet.lua.value.Indexing;
import dev.moonlet.lua.value.LongArithmetic;
import dev.moonlet.lua.value.LuaFloat;
import dev.moonlet.lua.value.LuaInt;
import dev.moonlet.lua.value.Poll;
import dev.moonlet.lua.value.Strings;
import dev.moonlet.lua.value.Table;
import dev.moonlet.lua.value.TailCall;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassHierarchyResolver.ClassHierarchyInfo;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.util.Arrays;
import java.util.concurrent.ConcurrentHashMap;
import org.luaj.vm2.LuaString;
import org.luaj.vm2.LuaValue;
import org.luaj.vm2.Varargs;

/** The classes that compiled scripts speak of. */
final class Symbols {

    static final ClassDesc VALUE = of(LuaValue.class);
    static final ClassDesc VARARGS = of(Varargs.class);
    static final ClassDesc TEXT = of(LuaString.class);
    static final ClassDesc INTEGER = of(LuaInt.class);
    static final ClassDesc FLOAT = of(LuaFloat.class);
    static final ClassDesc TABLE = of(Table.class);
    static final ClassDesc CELL = of(Cell.class);
    static final ClassDesc FUNCTION = of(Function.class);
    static final ClassDesc BODY = of(Body.class);
    static final ClassDesc TAIL_CALL = of(TailCall.class);
    static final ClassDesc ARITHMETIC = of(Arithmetic.class);
    static final ClassDesc LONG_ARITHMETIC = of(LongArithmetic.class);
    static final ClassDesc DOUBLE_ARITHMETIC = of(DoubleArithmetic.class);
    static final ClassDesc BITWISE = of(Bitwise.class);
    static final ClassDesc COMPARISON = of(Comparison.class);
    static final ClassDesc INDEXING = of(Indexing.class);
    static final ClassDesc STRINGS = of(Strings.class);
    static final ClassDesc CALLS = of(Calls.class);
    static final ClassDesc POLL = of(Poll.class);
    static final ClassDesc SUPPORT = of(Support.class);

    static final ClassDesc STRING = ConstantDescs.CD_String;
    static final ClassDesc LONG = ConstantDescs.CD_long;
    static final ClassDesc DOUBLE = ConstantDescs.CD_double;
    static final ClassDesc INT = ConstantDescs.CD_int;
    static final ClassDesc BOOLEAN = ConstantDescs.CD_boolean;
    static final ClassDesc VOID = ConstantDescs.CD_void;

    /** Where branches meet, the class file says what the values of both have in common. */
    static final ClassFile.ClassHierarchyResolverOption HIERARCHY =
            ClassFile.ClassHierarchyResolverOption.of(hierarchy());

    private Symbols() {}

    /**
     * A script's own classes are functions, and not loaded before they are complete. Scripts are
     * compiled on several threads at once.
     */
    static ClassHierarchyResolver hierarchy() {
        ClassHierarchyResolver loaded =
                ClassHierarchyResolver.ofClassLoading(Symbols.class.getClassLoader())
                        .cached(ConcurrentHashMap::new);
        ClassHierarchyInfo function = ClassHierarchyInfo.ofClass(FUNCTION);
        String scripts = FunctionClass.PACKAGE.substring(0, FunctionClass.PACKAGE.length() - 1);
        return type -> type.packageName().equals(scripts) ? function : loaded.getClassInfo(type);
    }

    static ClassDesc of(Class<?> type) {
        return type.describeConstable().orElseThrow();
    }

    /** The name that a class is loaded by. */
    static String name(ClassDesc type) {
        String descriptor = type.descriptorString();
        return descriptor.substring(1, descriptor.length() - 1).replace('/', '.');
    }

    static MethodTypeDesc type(ClassDesc result, ClassDesc... parameters) {
        return MethodTypeDesc.of(result, parameters);
    }

    /** The type of a method that takes values only. */
    static MethodTypeDesc values(ClassDesc result, int count) {
        ClassDesc[] parameters = new ClassDesc[count];
        Arrays.fill(parameters, VALUE);
        return MethodTypeDesc.of(result, parameters);
    }
}
