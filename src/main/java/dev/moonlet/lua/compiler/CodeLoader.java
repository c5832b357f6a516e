package dev.moonlet.lua.compiler;

import dev.moonlet.lua.value.FunctionClass;
import dev.moonlet.lua.value.MethodCalls;
import dev.moonlet.lua.value.Poll;
import java.util.Map;
import org.luaj.vm2.LuaValue;

/** Loads the classes of one script; they go when nothing of the script is referenced any more. */
final class CodeLoader extends ClassLoader implements MethodCalls {

    private static final LuaValue[] NONE = {};

    private Map<String, byte[]> classes;
    private LuaValue[] constants;
    private final long[] methodCalls;

    CodeLoader(Map<String, byte[]> classes, LuaValue[] constants, long[] methodCalls) {
        super("script", CodeLoader.class.getClassLoader());
        this.classes = classes;
        this.constants = constants;
        this.methodCalls = methodCalls;
    }

    /**
     * Loads every class now: a script that reaches the end of its stack while a class is
     * initialized would make it unusable for all.
     */
    void initializeAll() throws ClassNotFoundException {
        for (String name : classes.keySet()) {
            Poll.poll();
            Class.forName(name, true, this);
        }
        classes = Map.of();
        constants = NONE;
    }

    LuaValue[] constants() {
        return constants;
    }

    @Override
    public boolean has(int line, String name) {
        return CallSites.has(methodCalls, line, name);
    }

    /** The classes of scripts are here and nowhere else: a search through all jars is slow. */
    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        if (!name.startsWith(FunctionClass.PACKAGE)) {
            return super.loadClass(name, resolve);
        }
        synchronized (getClassLoadingLock(name)) {
            Class<?> loaded = findLoadedClass(name);
            return loaded == null ? findClass(name) : loaded;
        }
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        byte[] code = classes.get(name);
        if (code == null) {
            throw new ClassNotFoundException(name);
        }
        return defineClass(name, code, 0, code.length);
    }
}
