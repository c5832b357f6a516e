package dev.moonlet.module;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/**
 * What was made of texts lately; the least recently used goes first.
 *
 * @param <V> what is made
 */
public final class Recent<V> {

    private static final int MOST = 200;

    /** A longer text is not kept: scripts of all callers share what is here. */
    private static final int LONGEST = 2_000;

    private final Function<String, V> make;
    private final Map<String, V> made = new LinkedHashMap<>(16, 0.75f, true);

    public Recent(Function<String, V> make) {
        this.make = make;
    }

    public V get(String text) {
        V known;
        synchronized (made) {
            known = made.get(text);
        }
        return known == null ? keep(text, make.apply(text)) : known;
    }

    private V keep(String text, V value) {
        if (text.length() <= LONGEST) {
            synchronized (made) {
                made.put(text, value);
                if (made.size() > MOST) {
                    made.remove(made.keySet().iterator().next());
                }
            }
        }
        return value;
    }
}
