package dev.moonlet.lua.syntax;

/** A {@code ::name::}; compared by identity, for blocks may repeat a name. */
public final class Label {

    private final String name;
    private final Position at;

    Label(String name, Position at) {
        this.name = name;
        this.at = at;
    }

    public String name() {
        return name;
    }

    public Position at() {
        return at;
    }
}
