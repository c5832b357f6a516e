package dev.moonlet.revision;

/** Is told what becomes of revisions. */
public interface RevisionListener {

    /** Hears of a revision that is served or refused next. */
    void prepared(Revision revision);

    void activated(Revision revision);

    /** Hears whether the source could be looked at, each time. */
    void looked(boolean reached);
}
