package dev.moonlet.operation.http;

import java.io.IOException;

/** A host that is not named in the list has an address that is not public. */
final class AddressRefused extends IOException {

    AddressRefused() {
        super("not a public address");
    }
}
