package dev.moonlet.operation.http;

/** A line of a message's head. */
public record Header(String name, String value) {

    boolean isNamed(String other) {
        return name.equalsIgnoreCase(other);
    }
}
