package dev.moonlet.lua.compiler;

import dev.moonlet.lua.syntax.FunctionBody;
import dev.moonlet.lua.syntax.Local;
import dev.moonlet.lua.value.FunctionClass;
import java.lang.constant.ClassDesc;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the functions of a script share: its name, its constants, and the classes they become. */
final class Script {

    private final String chunk;
    private final String prefix;
    private final Constants constants;
    private final CallSites calls = new CallSites();
    private final Map<FunctionBody, ClassDesc> classes = new HashMap<>();
    private final Map<FunctionBody, Local> selves = new HashMap<>();
    private final Deque<FunctionBody> pending = new ArrayDeque<>();

    Script(String chunk) {
        this.chunk = chunk;
        prefix = FunctionClass.prefix(chunk);
        constants = new Constants(ClassDesc.of(FunctionClass.main(prefix)));
    }

    String chunk() {
        return chunk;
    }

    Constants constants() {
        return constants;
    }

    CallSites calls() {
        return calls;
    }

    /** The next function that is spoken of and not yet compiled. */
    @Nullable FunctionBody next() {
        return pending.poll();
    }

    /**
     * Says that a function is the value of a local for good: it knows itself without capturing it.
     */
    void isValueOf(FunctionBody function, Local local) {
        selves.put(function, local);
    }

    boolean isSelf(FunctionBody function, Local local) {
        // A function that is cut after all may have made it a local that changes.
        return selves.get(function) == local && !Frame.isCell(local);
    }

    /** The locals of functions around it that a function has to take with it. */
    List<Local> captures(FunctionBody function) {
        List<Local> captures = new ArrayList<>();
        for (Local each : function.upvalues()) {
            if (!isSelf(function, each)) {
                captures.add(each);
            }
        }
        return captures;
    }

    ClassDesc classOf(FunctionBody function) {
        return classes.computeIfAbsent(
                function,
                _ -> {
                    pending.add(function);
                    return ClassDesc.of(className(function));
                });
    }

    private String className(FunctionBody function) {
        if (function.parent().isEmpty()) {
            return FunctionClass.main(prefix);
        }
        int line = function.at().line();
        return function.isPiece()
                ? FunctionClass.ofPiece(prefix, function.name(), line, classes.size())
                : FunctionClass.of(prefix, function.name(), line, classes.size());
    }
}
