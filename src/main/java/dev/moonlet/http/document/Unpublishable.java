package dev.moonlet.http.document;

/** A file of a bundle can't be read, or not be published. */
final class Unpublishable extends Exception {

    Unpublishable(String reason) {
        super(reason, null, false, false);
    }

    String reason() {
        return String.valueOf(getMessage());
    }
}
