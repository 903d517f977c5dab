package io.dovira.query.community;

/** How far a community is from being served. */
enum CoverageState {
    /** Nothing is agreed. */
    UNCOVERED,
    /** A memorandum is signed. */
    MEMORANDUM,
    /** There is a candidate. */
    SELECTING,
    /** Somebody is trained for it, or certified and not yet assigned. */
    TRAINING,
    /** At least one certified officer is assigned and present. */
    COVERED,
    /** It had an officer; nobody is present now. */
    VACANT
}
