package dev.moonlet.lua.value;

/**
 * Sees what is made, so that it is made. HotSpot takes an object apart that nobody but the running
 * method sees, and what it refers to can't be found on the stack any more, where what a script
 * holds is counted. A method that is too large to be inlined sees it for certain.
 */
final class Witness {

    private static int place;

    private Witness() {}

    /** More bytes than HotSpot's {@code FreqInlineSize}, 325, by the places of its jump table. */
    static void see(Object object) {
        switch (place) {
            case 0,
                    4,
                    8,
                    12,
                    16,
                    20,
                    24,
                    28,
                    32,
                    36,
                    40,
                    44,
                    48,
                    52,
                    56,
                    60,
                    64,
                    68,
                    72,
                    76,
                    80,
                    84,
                    88 -> {}
            default -> throw new IllegalStateException(object.toString());
        }
    }
}
