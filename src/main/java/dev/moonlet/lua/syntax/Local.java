package dev.moonlet.lua.syntax;

import org.jspecify.annotations.Nullable;

/** A local variable: its uses all share this object, which tells what became of it. */
public final class Local {

    /** What {@code <…>} behind a name says. */
    public enum Attribute {
        NONE,
        CONST,
        CLOSE
    }

    private final String name;
    private final Position at;
    private final Attribute attribute;
    private FunctionBody owner;
    private boolean captured;
    private boolean reassigned;
    private boolean used;
    private @Nullable Expression constant;

    Local(String name, Position at, Attribute attribute, FunctionBody owner) {
        this.name = name;
        this.at = at;
        this.attribute = attribute;
        this.owner = owner;
    }

    public String name() {
        return name;
    }

    public Position at() {
        return at;
    }

    public Attribute attribute() {
        return attribute;
    }

    /** The function that declares it. */
    public FunctionBody owner() {
        return owner;
    }

    /** Whether a function within its owner uses it. */
    public boolean captured() {
        return captured;
    }

    /** Whether it is assigned to after its declaration. */
    public boolean reassigned() {
        return reassigned;
    }

    /** Whether its value is ever read. */
    public boolean used() {
        return used;
    }

    /** What it is for good, if that is known where it is declared. */
    public @Nullable Expression constant() {
        return constant;
    }

    void is(Expression constant) {
        this.constant = constant;
    }

    /** Declares it in another function instead. */
    void moveTo(FunctionBody function) {
        owner = function;
    }

    void capture() {
        captured = true;
    }

    void reassign() {
        reassigned = true;
    }

    void use() {
        used = true;
    }
}
