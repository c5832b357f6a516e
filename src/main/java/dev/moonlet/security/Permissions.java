package dev.moonlet.security;

/** Decides whether a caller may do what an operation needs. */
@FunctionalInterface
public interface Permissions {

    boolean allow(Caller caller, Permission permission);
}
