package io.dovira.system.fire;

/** A place on the way of a group of facts to the server, and of its answer back. */
enum Cut {
    BEFORE_THE_GROUP,
    WITHIN_THE_GROUP,
    BEFORE_THE_ANSWER,
    WITHIN_THE_ANSWER
}
