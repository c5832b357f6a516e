package bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.file.Files;
import java.nio.file.Path;
import org.luaj.vm2.Globals;
import org.luaj.vm2.LuaTable;
import org.luaj.vm2.lib.jse.JsePlatform;
import org.luaj.vm2.luajc.LuaJC;

/** Runs a script by LuaJ's own compiler to JVM code, for comparison. */
final class LuaJcRun {

    private LuaJcRun() {}

    public static void main(String[] arguments) throws Exception {
        Globals globals = JsePlatform.standardGlobals();
        LuaJC.install(globals);
        LuaTable arg = new LuaTable();
        for (int i = 0; i < arguments.length; i++) {
            arg.set(i, arguments[i]);
        }
        globals.set("arg", arg);
        globals.load(Files.newBufferedReader(Path.of(arguments[0]), UTF_8), "script").call();
        System.out.flush();
    }
}
