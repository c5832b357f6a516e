package dev.moonlet.lua;

import dev.moonlet.lua.coroutine.Carrier;

/** Where a run goes on: what is on the stack above it belongs to the script. */
final class Leg {

    private Leg() {}

    static void run(Carrier carrier) {
        carrier.run();
    }
}
