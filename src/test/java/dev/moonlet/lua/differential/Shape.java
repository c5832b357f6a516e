package dev.moonlet.lua.differential;

/** What a program means an expression to be; it may turn out to be something else. */
enum Shape {
    INTEGER,
    FLOAT,
    NUMBER,
    TEXT,
    TRUTH,
    /** A table without holes: its length is defined. */
    LIST,
    /** A table whose length nobody asks for. */
    RECORD,
    /** A table with a metatable. */
    OBJECT,
    FUNCTION,
    ANY;

    /** Whether what has another shape can be used for this one. */
    boolean takes(Shape other) {
        return this == other
                || this == ANY
                || (this == NUMBER && (other == INTEGER || other == FLOAT))
                || (this == RECORD && other == OBJECT);
    }

    boolean isNumber() {
        return NUMBER.takes(this);
    }
}
