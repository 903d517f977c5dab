package io.dovira.query.platform.projector;

/** What a build is for. */
enum Role {
    /** It is what people see: it follows at once, and listeners are told. */
    SHOWN,
    /** It is being filled. */
    REBUILD,
    /** It was shown before, or waits for a decision: it follows now and then, and nobody is told. */
    KEPT
}
