package dev.moonlet.module;

/** A script did not return; the message says where and why, as Lua says it. */
public final class ScriptFailed extends RuntimeException {

    ScriptFailed(String message) {
        super(message);
    }
}
