package dev.moonlet.lua.compiler;

import java.lang.classfile.CodeBuilder;
import java.lang.classfile.constantpool.MethodRefEntry;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;
import java.util.HashMap;
import java.util.Map;

/**
 * A method that compiled code calls, described once for all scripts: describing it anew for each
 * call is much of what compiling costs.
 */
final class Callee {

    private final boolean ofObject;
    private final ClassDesc owner;
    private final String name;
    private final MethodTypeDesc type;

    private Callee(boolean ofObject, ClassDesc owner, String name, MethodTypeDesc type) {
        this.ofObject = ofObject;
        this.owner = owner;
        this.name = name;
        this.type = type;
    }

    static Callee method(ClassDesc owner, String name, ClassDesc result, ClassDesc... parameters) {
        return method(owner, name, MethodTypeDesc.of(result, parameters));
    }

    static Callee method(ClassDesc owner, String name, MethodTypeDesc type) {
        return new Callee(true, owner, name, type);
    }

    static Callee function(
            ClassDesc owner, String name, ClassDesc result, ClassDesc... parameters) {
        return function(owner, name, MethodTypeDesc.of(result, parameters));
    }

    static Callee function(ClassDesc owner, String name, MethodTypeDesc type) {
        return new Callee(false, owner, name, type);
    }

    /** The same method of a subclass. */
    Callee of(ClassDesc subclass) {
        return new Callee(ofObject, subclass, name, type);
    }

    /** What a class that is being written has called already, and where its pool has it. */
    static final class Known {

        private final Map<Callee, MethodRefEntry> entries = new HashMap<>();

        void call(CodeBuilder code, Callee callee) {
            MethodRefEntry entry = entries.get(callee);
            if (entry == null) {
                entry = code.constantPool().methodRefEntry(callee.owner, callee.name, callee.type);
                entries.put(callee, entry);
            }
            if (callee.ofObject) {
                code.invokevirtual(entry);
            } else {
                code.invokestatic(entry);
            }
        }
    }
}
