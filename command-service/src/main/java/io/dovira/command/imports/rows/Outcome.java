package io.dovira.command.imports.rows;

import java.util.List;

/** What became of one record of the file. */
public sealed interface Outcome {

    /** Line of the record. */
    long line();

    /**
     * It tells these facts.
     *
     * @param place where they belong
     * @param drafts in the order in which they are told; none is possible only for a record whose facts other records have told
     * @param warnings what is odd about it, though it is kept
     */
    record Facts(long line, Place place, List<Draft> drafts, List<String> warnings) implements Outcome {
        public Facts {
            drafts = List.copyOf(drafts);
            warnings = List.copyOf(warnings);
        }
    }

    /** A rule of the mapping leaves it out. */
    record Skipped(long line, String reason) implements Outcome {}

    /** It cannot be used. */
    record Rejected(long line, String reason) implements Outcome {}
}
