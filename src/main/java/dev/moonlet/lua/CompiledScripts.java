package dev.moonlet.lua;

import dev.moonlet.lua.compiler.Compiler;
import dev.moonlet.lua.compiler.Compiler.Code;
import dev.moonlet.lua.syntax.Parser;
import dev.moonlet.lua.syntax.SyntaxError;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

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
    synchronized Code compile(String path, byte[] source) throws SyntaxError {
        Key key = new Key(path, hash(source));
        Entry known = entries.get(key);
        Code code = known == null ? Compiler.compile(path, Parser.parse(path, source)) : known.code;
        entries.put(key, new Entry(code, System.nanoTime()));
        forget();
        return code;
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

    private record Entry(Code code, long used) {}
}
