package dev.moonlet.lua;

import dev.moonlet.module.Profile;
import dev.moonlet.module.Profiles;

/** The limits of profile {@code standard}. */
final class Standard {

    static final Limits LIMITS = new Profiles().named(Profile.DEFAULT).orElseThrow().limits();

    private Standard() {}
}
