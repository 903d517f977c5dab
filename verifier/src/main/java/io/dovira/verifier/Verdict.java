package io.dovira.verifier;

import org.jspecify.annotations.Nullable;

/** What can be said, and no more than that. */
sealed interface Verdict {

    /** Whether everything that the checkpoints speak of is as it was sealed. */
    boolean intact();

    /** For a person. */
    String text();

    /**
     * @param sealedTo positions 1 to this one are as they were sealed
     * @param last position of the log; what is after {@code sealedTo} is well formed, and no checkpoint that was given speaks of it
     */
    record Intact(long sealedTo, long last) implements Verdict {
        @Override
        public boolean intact() {
            return true;
        }

        @Override
        public String text() {
            String later = last == sealedTo
                    ? ""
                    : "; %,d later events are well formed, but no checkpoint that was given speaks of them"
                            .formatted(last - sealedTo);
            return "intact to " + sealedTo + later;
        }
    }

    /**
     * @param position the first that is broken; when {@code until} is greater, the first lies between both, and more cannot be told
     * @param intactTo positions 1 to this one are as a checkpoint says
     * @param note of what else was noticed; null for nothing
     */
    record Broken(
            long position,
            long until,
            String what,
            long intactTo,
            @Nullable String note) implements Verdict {
        @Override
        public boolean intact() {
            return false;
        }

        @Override
        public String text() {
            String where = until > position
                    ? "broken between position " + position + " and " + until
                    : "broken at position " + position;
            return where + ": " + what + "; intact to " + intactTo + (note == null ? "" : "\n" + note);
        }
    }
}
