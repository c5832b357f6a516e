package dev.moonlet.module.http;

import java.io.IOException;

/**
 * A file that was sent in a form.
 *
 * @param name the name of its field
 * @param filename what the client calls it: a text like any other, and no path of this machine
 * @param contentType empty if the client says nothing
 */
public record Upload(String name, String filename, String contentType, long size, Source source) {

    /** Where the bytes are until the request is answered. */
    public interface Source {

        byte[] read() throws IOException;

        void forget();
    }
}
