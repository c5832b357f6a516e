package dev.moonlet.module.json;

import org.luaj.vm2.LuaError;

/** A text is not JSON, or a value has no JSON form. */
final class JsonError extends LuaError {

    JsonError(String reason) {
        super(reason);
    }
}
