package dev.moonlet.lua.memory;

import java.lang.StackWalker.StackFrame;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Reads what the locals on the calling thread's stack refer to. The JVM shows them to none but
 * itself unless it is started with {@code --add-opens java.base/java.lang=ALL-UNNAMED}.
 */
public final class LiveFrames {

    private static final @Nullable Access ACCESS = access();

    private LiveFrames() {}

    /** Whether this JVM shows them. */
    public static boolean areOpen() {
        return ACCESS != null;
    }

    /**
     * Hands on what the frames refer to, from the caller's down to where a run begins, nulls and
     * primitive values included.
     *
     * @param bottom the name of the class that a run begins in
     * @return how many frames there are
     */
    static int read(String bottom, Consumer<@Nullable Object> reader) {
        if (ACCESS == null) {
            return 0;
        }
        return ACCESS.walker.walk(frames ->
                (int)
                        frames.takeWhile(frame -> !frame.getClassName().equals(bottom))
                                .filter(frame -> isOfScripts(frame.getClassName()))
                                .peek(frame -> ACCESS.read(frame, reader))
                                .count());
    }

    /** What Java does underneath is passed over. */
    private static boolean isOfScripts(String className) {
        return !className.startsWith("java.") && !className.startsWith("jdk.");
    }

    private static @Nullable Access access() {
        try {
            Class<?> frame = Class.forName("java.lang.LiveStackFrame");
            MethodHandles.Lookup lookup =
                    MethodHandles.privateLookupIn(frame, MethodHandles.lookup());
            MethodType values = MethodType.methodType(Object[].class);
            MethodType ofFrame = MethodType.methodType(Object[].class, StackFrame.class);
            MethodHandle walker =
                    lookup.findStatic(
                            frame, "getStackWalker", MethodType.methodType(StackWalker.class));
            return new Access(
                    (StackWalker) walker.invokeExact(),
                    lookup.findVirtual(frame, "getLocals", values).asType(ofFrame),
                    lookup.findVirtual(frame, "getStack", values).asType(ofFrame));
        } catch (Throwable closed) {
            return null;
        }
    }

    private record Access(StackWalker walker, MethodHandle locals, MethodHandle operands) {

        void read(StackFrame frame, Consumer<@Nullable Object> reader) {
            try {
                read((Object[]) locals.invokeExact(frame), reader);
                read((Object[]) operands.invokeExact(frame), reader);
            } catch (RuntimeException | Error failure) {
                throw failure;
            } catch (Throwable impossible) {
                throw new IllegalStateException(impossible);
            }
        }

        private static void read(@Nullable Object[] values, Consumer<@Nullable Object> reader) {
            for (Object value : values) {
                reader.accept(value);
            }
        }
    }
}
