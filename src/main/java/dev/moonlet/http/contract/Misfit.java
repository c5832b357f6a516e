package dev.moonlet.http.contract;

/** A text is not what its schema says. */
final class Misfit extends Exception {

    /** Where in the value it stands, as a JSON pointer. */
    private final String place;

    Misfit(String message) {
        this("", message);
    }

    private Misfit(String place, String message) {
        super(message, null, false, false);
        this.place = place;
    }

    String place() {
        return place;
    }

    Misfit in(String container) {
        return new Misfit("/" + container + place, String.valueOf(getMessage()));
    }
}
