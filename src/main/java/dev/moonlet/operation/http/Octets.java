package dev.moonlet.operation.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * The bytes of a header beyond ASCII. The server reads and writes each as a character, the client
 * all of them as UTF-8: without this they would not come out as they came in.
 */
final class Octets {

    private Octets() {}

    static String toUtf8(String bytes) {
        return new String(bytes.getBytes(ISO_8859_1), UTF_8);
    }

    static String ofUtf8(String text) {
        return new String(text.getBytes(UTF_8), ISO_8859_1);
    }
}
