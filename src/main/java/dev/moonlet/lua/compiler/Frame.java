package dev.moonlet.lua.compiler;

import dev.moonlet.lua.syntax.FunctionBody;
import dev.moonlet.lua.syntax.Local;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.TypeKind;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Where a function keeps its locals: in the JVM's, in cells, or in fields where it has captured
 * them.
 */
final class Frame {

    static final String UPVALUE = "u";

    private static final MethodTypeDesc FUNCTION_OF_BODY = Symbols.type(Symbols.FUNCTION);
    private static final MethodTypeDesc NEW_CELL = Symbols.type(Symbols.VOID, Symbols.VALUE);

    private final FunctionBody function;
    private final Script script;
    private final List<Local> captures;
    private final Types types;
    private final CodeBuilder code;
    private final Map<Local, Integer> slots = new HashMap<>();

    Frame(FunctionBody function, Script script, Types types, CodeBuilder code) {
        this.function = function;
        this.script = script;
        captures = script.captures(function);
        this.types = types;
        this.code = code;
    }

    /** Whether a local lives in a cell: it changes, and more than one function sees it. */
    static boolean isCell(Local local) {
        return local.captured() && local.reassigned();
    }

    Types types() {
        return types;
    }

    Kind kind(Local local) {
        return local.owner() == function ? types.of(local) : Kind.VALUE;
    }

    /** Gives a new local the value on the stack, which is of the local's kind. */
    void declare(Local local) {
        if (isCell(local)) {
            newCell();
        }
        int slot = code.allocateLocal(slotKind(local));
        slots.put(local, slot);
        code.storeLocal(slotKind(local), slot);
    }

    /** Makes a parameter, which is in its slot, a local. */
    void declareParameter(Local local, int slot) {
        slots.put(local, slot);
        if (isCell(local)) {
            code.aload(slot);
            newCell();
            code.astore(slot);
        }
    }

    /** Pushes the value of a local, of its kind. */
    void load(Local local) {
        loadHolder(local);
        if (isCell(local)) {
            code.getfield(Symbols.CELL, "value", Symbols.VALUE);
        }
    }

    /** Pushes what a closure captures: the cell of a local, or its value. */
    void loadHolder(Local local) {
        Integer slot = slots.get(local);
        if (slot != null) {
            code.loadLocal(slotKind(local), slot);
        } else if (script.isSelf(function, local)) {
            code.aload(0);
            code.invokevirtual(Symbols.BODY, "function", FUNCTION_OF_BODY);
        } else {
            code.aload(0);
            String field = UPVALUE + captures.indexOf(local);
            code.getfield(script.classOf(function), field, holder(local));
        }
    }

    /** Assigns the value on the stack, which is of the local's kind. */
    void store(Local local) {
        if (isCell(local)) {
            loadHolder(local);
            code.swap();
            code.putfield(Symbols.CELL, "value", Symbols.VALUE);
        } else {
            code.storeLocal(slotKind(local), Objects.requireNonNull(slots.get(local)));
        }
    }

    static ClassDesc holder(Local local) {
        return isCell(local) ? Symbols.CELL : Symbols.VALUE;
    }

    /**
     * The type of the constructor of a function's class, which takes what the function captures.
     */
    static MethodTypeDesc constructor(List<Local> captures) {
        ClassDesc[] holders = new ClassDesc[captures.size()];
        for (int i = 0; i < holders.length; i++) {
            holders[i] = holder(captures.get(i));
        }
        return Symbols.type(Symbols.VOID, holders);
    }

    private void newCell() {
        int value = code.allocateLocal(TypeKind.REFERENCE);
        code.astore(value);
        code.new_(Symbols.CELL).dup().aload(value);
        code.invokespecial(Symbols.CELL, "<init>", NEW_CELL);
    }

    private TypeKind slotKind(Local local) {
        return switch (kind(local)) {
            case INTEGER -> TypeKind.LONG;
            case FLOAT -> TypeKind.DOUBLE;
            case VALUE -> TypeKind.REFERENCE;
        };
    }
}
