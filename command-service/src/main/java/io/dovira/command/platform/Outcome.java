package io.dovira.command.platform;

/** What became of one {@link Append}. */
public sealed interface Outcome {

    /**
     * It is in the log and survives the death of any process.
     *
     * @param before an earlier attempt with the same event ids had recorded it; nothing was written now
     */
    record Done(long firstPosition, long lastPosition, boolean before) implements Outcome {}

    /** Other events stand at that place of the stream, or under one of the ids. Nothing of it was recorded. */
    record Taken(String reason) implements Outcome {}

    /**
     * The log did not answer in time. Repeating the append with the same event ids is safe.
     *
     * @param nothingRecorded true: certainly nothing of it was recorded. False: unknown
     */
    record Unavailable(String reason, boolean nothingRecorded) implements Outcome {}
}
