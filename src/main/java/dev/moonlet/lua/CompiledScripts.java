package dev.moonlet.lua;

import dev.moonlet.lua.compiler.Compiler;
import dev.moonlet.lua.compiler.Compiler.Code;
import dev.moonlet.lua.syntax.Findings;
import dev.moonlet.lua.syntax.Findings.Finding;
import dev.moonlet.lua.syntax.FunctionBody;
import dev.moonlet.lua.syntax.Parser;
import dev.moonlet.lua.syntax.SyntaxError;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Remembers what scripts were compiled to, by their names and contents, so that the programs of
 * several profiles and revisions share it. What was not asked for lately is forgotten here, and
 * gone when no program has it any more.
 */
public final class CompiledScripts {

    private final int bound;
    private final long ageNanos;
    private final Map<Key, Entry> entries = new LinkedHashMap<>(16, 0.75f, true);

    /**
     * Nothing yet.
     *
     * @param bound the scripts that are remembered
     * @param age how long one is remembered that nobody asks for
     */
    public CompiledScripts(int bound, Duration age) {
        this.bound = bound;
        ageNanos = age.toNanos();
    }

    /** Compiles a script, unless that is known. */
    synchronized Script compile(String path, byte[] source) throws SyntaxError {
        Key key = new Key(path, hash(source));
        Entry known = entries.get(key);
        Script script = known == null ? make(path, source) : known.script;
        entries.put(key, new Entry(script, System.nanoTime()));
        forget();
        return script;
    }

    private static Script make(String path, byte[] source) throws SyntaxError {
        FunctionBody tree = Parser.parse(path, source);
        return new Script(
                Compiler.compile(path, tree), Findings.of(tree, Set.of()).requiredModules());
    }

    synchronized int size() {
        return entries.size();
    }

    private void forget() {
        long now = System.nanoTime();
        Iterator<Entry> oldest = entries.values().iterator();
        while (oldest.hasNext()
                && (now - oldest.next().used > ageNanos || entries.size() > bound)) {
            oldest.remove();
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

    private record Entry(Script script, long used) {}

    /**
     * What is known of a script.
     *
     * @param required what it requires by a constant
     */
    record Script(Code code, List<Finding> required) {}
}
