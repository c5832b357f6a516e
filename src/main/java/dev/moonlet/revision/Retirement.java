package dev.moonlet.revision;

/** A bean that lets go of its part of a revision that is not served any more, or never was. */
@FunctionalInterface
public interface Retirement {
    void retire(Revision revision);
}
