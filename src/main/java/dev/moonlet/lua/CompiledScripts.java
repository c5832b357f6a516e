package dev.moonlet.lua;

import dev.moonlet.lua.compiler.Compiler;
import dev.moonlet.lua.compiler.Compiler.Code;
import dev.moonlet.lua.syntax.Findings;
import dev.moonlet.lua.syntax.Findings.Finding;
import dev.moonlet.lua.syntax.FunctionBody;
import dev.moonlet.lua.syntax.Parser;
import dev.moonlet.lua.syntax.SyntaxError;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Knows what scripts were compiled to, by their names and contents, for as long as a program has
 * them, so that the programs of several profiles and revisions share it.
 */
public final class CompiledScripts {

    private final Map<Key, Entry> entries = new ConcurrentHashMap<>();
    private final ReferenceQueue<Script> gone = new ReferenceQueue<>();

    /** Compiles a script, unless that is known. */
    Script compile(String path, byte[] source) throws SyntaxError {
        forget();
        Key key = new Key(path, hash(source));
        Entry known = entries.get(key);
        @Nullable Script script = known == null ? null : known.get();
        if (script == null) {
            script = make(path, source);
            entries.put(key, new Entry(key, script, gone));
        }
        return script;
    }

    private static Script make(String path, byte[] source) throws SyntaxError {
        FunctionBody tree = Parser.parse(path, source);
        return new Script(
                Compiler.compile(path, tree), Findings.of(tree, Set.of()).requiredModules());
    }

    int size() {
        forget();
        return entries.size();
    }

    private void forget() {
        for (var entry = gone.poll(); entry != null; entry = gone.poll()) {
            entries.remove(((Entry) entry).key, entry);
        }
    }

    private static String hash(byte[] source) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(source));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private record Key(String path, String hash) {}

    private static final class Entry extends WeakReference<Script> {

        private final Key key;

        Entry(Key key, Script script, ReferenceQueue<Script> queue) {
            super(script, queue);
            this.key = key;
        }
    }

    /**
     * What is known of a script.
     *
     * @param required what it requires by a constant
     */
    record Script(Code code, List<Finding> required) {}
}
