package io.dovira.events.footage;

/** Who gets a copy out of the house. */
public enum ExportRecipient {
    COURT,
    PROSECUTOR,
    INVESTIGATOR,
    OMBUDSMAN,
    LAWYER,
    /** A person who is on it. */
    SUBJECT
}
