package dev.moonlet.http.document;

import tools.jackson.databind.node.ObjectNode;

/** What documents should have, and those of other people may not. */
final class Trees {

    private Trees() {}

    /** The object under a name; if there is none, an empty one is put there. */
    static ObjectNode object(ObjectNode parent, String name) {
        return parent.get(name) instanceof ObjectNode object ? object : parent.putObject(name);
    }
}
