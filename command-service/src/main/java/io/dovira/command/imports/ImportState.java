package io.dovira.command.imports;

/** Where an import stands. */
public enum ImportState {
    /** Accepted and checked; waits for the one before it. */
    QUEUED,
    /** At work, or to go on as soon as the service is up again. */
    RUNNING,
    /** Every record was read; some may have been skipped or rejected, each for a reason that is listed. */
    COMPLETED,
    /** It could not go on. What was recorded until then stands; importing the file again records the rest. */
    FAILED,
    /** Somebody cancelled it. What was recorded until then stands. */
    CANCELLED;

    /** Nothing more will happen to it. */
    public boolean isOver() {
        return switch (this) {
            case QUEUED, RUNNING -> false;
            case COMPLETED, FAILED, CANCELLED -> true;
        };
    }
}
