package io.dovira.system.fire;

/** What may go wrong. */
enum Fault {
    /** {@code kill -9} of the embedded server; it is started again at once. */
    KILL_DATABASE,
    /** SIGSTOP of the embedded server for a while. */
    PAUSE_DATABASE,
    /** {@code kill -9} of a command-service; it is started again at once. */
    KILL_COMMAND_SERVICE,
    /** {@code kill -9} of the query-service; it is started again at once. */
    KILL_QUERY_SERVICE,
    /** {@code kill -9} of the writer that uses the log directly. */
    KILL_WRITER,
    /** SIGSTOP of a writer whose group is on its way: the server gets the group late, when others have written, and then the writer goes on. */
    PAUSE_WRITER_BEFORE_ITS_GROUP_ARRIVES,
    /** SIGSTOP of a writer whose group is recorded, before it hears of that. */
    PAUSE_WRITER_BEFORE_IT_IS_ANSWERED,
    /** {@code kill -9} of a writer whose group is on its way: the server gets the group when the writer is dead and others have written. */
    KILL_WRITER_BEFORE_ITS_GROUP_ARRIVES,
    /** {@code kill -9} of a writer whose group is recorded, before it hears of that. */
    KILL_WRITER_BEFORE_IT_IS_ANSWERED,
    /** The connection breaks before the server gets any of a group. */
    CUT_BEFORE_THE_GROUP,
    /** The connection breaks when half of a group is sent. */
    CUT_WITHIN_THE_GROUP,
    /** The connection breaks when a group is recorded and nothing of the answer is sent. */
    CUT_BEFORE_THE_ANSWER,
    /** The connection breaks when half of the answer is sent. */
    CUT_WITHIN_THE_ANSWER,
    /** All connections of one process with the server break at once. */
    CUT_ALL_CONNECTIONS,
    /** All connections of the query-service with the server break at once. */
    CUT_QUERY_SERVICE,
    /** A reader of the stream goes away and comes back. */
    CUT_READER,
    /** The clock of the direct writer goes five minutes ahead. */
    CLOCK_FORTH,
    /** The clock of the direct writer goes five minutes behind. */
    CLOCK_BACK,
    /** The embedded server may write no more; later it may again, and is started again. */
    FILL_DISK
}
