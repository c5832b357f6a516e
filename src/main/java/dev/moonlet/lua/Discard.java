package dev.moonlet.lua;

/** Why a state is not lent any more. */
public enum Discard {
    /** A limit, an internal error or an abandoned invocation has left it half way. */
    SPOILED,
    /** Its modules keep so much that too little is left for an invocation. */
    FULL,
    /** It has been lent often enough. */
    USED,
    AGED,
    IDLE,
    /** All states together hold too much. */
    SHORT,
    /** Its program is not served any more. */
    RETIRED
}
