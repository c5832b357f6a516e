package dev.moonlet.lua.memory;

import com.sun.management.HotSpotDiagnosticMXBean;
import java.lang.management.ManagementFactory;

/** How the JVM refers from object to object. */
public final class References {

    private References() {}

    /**
     * Whether a reference takes four bytes, as is counted here; with ZGC, or in a heap above 32 GB,
     * it takes eight.
     */
    public static boolean areShort() {
        return Boolean.parseBoolean(
                ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class)
                        .getVMOption("UseCompressedOops")
                        .getValue());
    }
}
