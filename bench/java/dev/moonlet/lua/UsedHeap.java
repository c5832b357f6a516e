package dev.moonlet.lua;

import java.lang.management.ManagementFactory;

/** What is left in the heap by full collections. */
final class UsedHeap {

    private UsedHeap() {}

    static long bytes() throws InterruptedException {
        for (int i = 0; i < 3; i++) {
            System.gc();
            Thread.sleep(50);
        }
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }
}
