package dev.moonlet.lua.memory;

import com.sun.management.ThreadMXBean;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.management.ManagementFactory;
import org.jspecify.annotations.Nullable;

/**
 * The platform thread that the calling thread runs on. The JVM counts what each of them allocates,
 * and for virtual threads nothing.
 */
public final class CarrierThread {

    private static final @Nullable MethodHandle CURRENT = current();
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private CarrierThread() {}

    private static @Nullable MethodHandle current() {
        try {
            return MethodHandles.privateLookupIn(Thread.class, MethodHandles.lookup())
                    .findStatic(
                            Thread.class,
                            "currentCarrierThread",
                            MethodType.methodType(Thread.class));
        } catch (ReflectiveOperationException closed) {
            return null;
        }
    }

    /** Whether this JVM tells which it is. */
    public static boolean isShown() {
        return CURRENT != null;
    }

    /** Its number, or 0 if this JVM hides it. */
    public static long number() {
        if (CURRENT == null) {
            return 0;
        }
        try {
            return ((Thread) CURRENT.invokeExact()).threadId();
        } catch (RuntimeException | Error failure) {
            throw failure;
        } catch (Throwable impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /**
     * The processor time that the calling thread has used in its life, if it is a platform thread.
     */
    public static long usedNanos() {
        return THREADS.getCurrentThreadCpuTime();
    }

    /** What a thread has allocated in its life. */
    public static long allocated(long number) {
        return THREADS.getThreadAllocatedBytes(number);
    }
}
