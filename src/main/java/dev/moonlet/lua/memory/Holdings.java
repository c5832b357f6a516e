package dev.moonlet.lua.memory;

import dev.moonlet.lua.coroutine.LuaCoroutine;
import dev.moonlet.lua.value.Body;
import dev.moonlet.lua.value.Bottom;
import dev.moonlet.lua.value.Cell;
import dev.moonlet.lua.value.Function;
import dev.moonlet.lua.value.LuaFloat;
import dev.moonlet.lua.value.LuaInt;
import dev.moonlet.lua.value.Table;
import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.luaj.vm2.LuaString;
import org.luaj.vm2.LuaValue;

/**
 * Counts what can be reached from some roots: each object once, numbers wherever they stand. What
 * is frozen is everybody's, and nobody's to hold.
 */
public final class Holdings {

    private static final int NUMBER = 24;
    private static final int OBJECT = 16;
    private static final int ENTRY = 32;
    private static final int STRING = 32;
    private static final int ARRAY = 16;
    private static final int REFERENCE = 4;
    private static final int FRAME = 96;

    /** How many objects are counted between two looks whether to go on. */
    private static final int STRETCH = 1 << 10;

    private static final String BOTTOM = Bottom.class.getName();

    private static final AtomicInteger COUNTS = new AtomicInteger();

    private final int number = COUNTS.incrementAndGet();
    private final IdentitySet strings = new IdentitySet();
    private final IdentitySet seen = new IdentitySet();
    private final Deque<Object> waiting = new ArrayDeque<>();
    private final BooleanSupplier enough;
    private long bytes;
    private int coroutines;
    private int frames;

    /**
     * Nothing yet.
     *
     * @param enough whether counting is to end, asked every now and then
     */
    public Holdings(BooleanSupplier enough) {
        this.enough = enough;
    }

    /**
     * Adds what the running script's calls refer to.
     *
     * @param bottom the name of the class below them on the stack
     */
    public Holdings addCalls(String bottom) {
        readFrames(bottom);
        LuaCoroutine.lookBelow(() -> readFrames(bottom));
        return this;
    }

    /** Adds an object and what it refers to. */
    public Holdings add(@Nullable Object root) {
        see(root);
        return this;
    }

    /** Adds what belongs to no object that is counted. */
    public void addBytes(long more) {
        bytes += more;
    }

    /** Counts until there is no more, or more than a limit; returns the bytes. */
    public long count(long limit) {
        for (int opened = 1; bytes <= limit && !waiting.isEmpty(); opened++) {
            if (opened % STRETCH == 0 && enough.getAsBoolean()) {
                break;
            }
            open(waiting.removeLast());
        }
        return bytes;
    }

    /** How many coroutines among it have begun and not ended. */
    public int coroutines() {
        return coroutines;
    }

    /** How many calls among it have not returned. */
    public int frames() {
        return frames;
    }

    private void readFrames(String bottom) {
        int read = LiveFrames.read(bottom, this::see);
        frames += read;
        bytes += (long) FRAME * read;
    }

    private void see(@Nullable Object object) {
        if (object == LuaValue.NIL || object == LuaValue.TRUE || object == LuaValue.FALSE) {
            return;
        }
        if (object instanceof LuaInt || object instanceof LuaFloat) {
            bytes += NUMBER;
        } else if (object instanceof LuaString text) {
            if (strings.add(text)) {
                addBytes(text);
            }
        } else if (object instanceof Table table) {
            if (!table.frozen() && table.mark(number)) {
                waiting.addLast(table);
            }
        } else if (object instanceof Function function) {
            if (function.body.mark(number)) {
                bytes += OBJECT;
                waiting.addLast(function.body);
            }
        } else if (object instanceof Cell cell) {
            bytes += OBJECT;
            see(cell.value);
        } else if (object != null) {
            seeOther(object);
        }
    }

    private void seeOther(Object object) {
        if (object instanceof Body body
                ? body.mark(number)
                : isOfScripts(object) && seen.add(object)) {
            waiting.addLast(object);
        }
    }

    private void addBytes(LuaString text) {
        byte[] array = text.m_bytes;
        boolean own = text.m_length == array.length;
        bytes += STRING + (own || seen.add(array) ? ARRAY + array.length : 0);
    }

    private static boolean isOfScripts(Object object) {
        Class<?> type = object.getClass();
        return type.isArray() || isCollection(object) || !Shape.of(object).isNone();
    }

    /** The library keeps some of what it works on in Java's collections. */
    private static boolean isCollection(Object object) {
        return (object instanceof Collection<?> || object instanceof Map<?, ?>)
                && object.getClass().getClassLoader() == null;
    }

    private void open(Object object) {
        if (object instanceof Table table) {
            long own = table.contents(this::see);
            bytes += own;
        } else if (object instanceof Object[] array) {
            bytes += ARRAY + (long) REFERENCE * array.length;
            for (Object each : array) {
                see(each);
            }
        } else if (object instanceof byte[] array) {
            bytes += ARRAY + array.length;
        } else if (object.getClass().isArray()) {
            bytes += ARRAY + (long) Long.BYTES * Array.getLength(object);
        } else if (isCollection(object)) {
            openCollection(object);
        } else {
            openOther(object);
        }
    }

    private void openCollection(Object object) {
        Collection<?> values =
                object instanceof Map<?, ?> map ? map.values() : (Collection<?>) object;
        bytes += ARRAY + (long) ENTRY * values.size();
        values.forEach(this::see);
        if (object instanceof Map<?, ?> map) {
            map.keySet().forEach(this::see);
        }
    }

    private void openOther(Object object) {
        if (object instanceof LuaCoroutine coroutine && coroutine.hasCalls()) {
            coroutines++;
            coroutine.look(() -> readFrames(BOTTOM));
        }
        Shape shape = Shape.of(object);
        bytes += shape.size();
        for (Field field : shape.references()) {
            see(value(field, object));
        }
    }

    private static @Nullable Object value(Field field, Object object) {
        try {
            return field.get(object);
        } catch (IllegalAccessException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
