package dev.moonlet.lua.syntax;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** A function, or a script, which is a vararg function with the upvalue {@code _ENV}. */
public final class FunctionBody {

    private final String name;
    private final Position at;
    private final Optional<FunctionBody> parent;
    private List<Local> parameters = List.of();
    private boolean vararg;
    private boolean piece;
    private Block block;
    private List<Local> upvalues = List.of();
    private Optional<Exits> exits = Optional.empty();

    FunctionBody(String name, Position at, Optional<FunctionBody> parent) {
        this.name = name;
        this.at = at;
        this.parent = parent;
        this.block = new Block(List.of(), at);
    }

    /** Such as {@code f}, {@code a.b.c} or {@code a.b:c}; empty if it has none. */
    public String name() {
        return name;
    }

    /** Where C Lua says that it is: at the keyword, or at the parenthesis if there is no name. */
    public Position at() {
        return at;
    }

    public Position end() {
        return block.end();
    }

    /** With the {@code self} of a method. */
    public List<Local> parameters() {
        return parameters;
    }

    public boolean isVararg() {
        return vararg;
    }

    public Block block() {
        return block;
    }

    /**
     * The locals of enclosing functions that it or a function within it uses, in the order of their
     * first use; {@code _ENV} for the use of a global.
     */
    public List<Local> upvalues() {
        return upvalues;
    }

    /** The function around it; a script has none. */
    public Optional<FunctionBody> parent() {
        return parent;
    }

    /** Whether it is part of the function around it, and no level of its own. */
    public boolean isPiece() {
        return piece;
    }

    void becomePiece() {
        piece = true;
    }

    /** Where control may go from a piece of a function; a function proper has no such exits. */
    public Optional<Exits> exits() {
        return exits;
    }

    void leaveBy(Exits ways) {
        exits = Optional.of(ways);
    }

    void accept(List<Local> parameters, boolean vararg) {
        this.parameters = List.copyOf(parameters);
        this.vararg = vararg;
    }

    void finish(Block block, Collection<Local> upvalues) {
        this.block = block;
        this.upvalues = List.copyOf(upvalues);
    }
}
