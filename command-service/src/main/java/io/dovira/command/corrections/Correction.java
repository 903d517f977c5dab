package io.dovira.command.corrections;

/** A command that sets right, or proposes to, what an event has told wrong. */
public interface Correction {
    /** Id of the event that told it wrong, one of the same stream. */
    String ofEvent();

    Enum<?> field();

    /** What the field says now, as text (ISO 8601 for times); guards against correcting something else than what was seen. */
    String was();

    /** What it should say. */
    String is();

    /** Why, for whoever reads the history. */
    String reason();
}
