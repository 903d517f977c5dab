package io.dovira.events;

/** A member of staff, by pseudonym. */
public record StaffId(String value) {
    public StaffId {
        value = Text.id("staff id", value);
    }

    /** The stream of the log that holds its facts. */
    public String stream() {
        return "staff-" + value;
    }

    @Override
    public String toString() {
        return value;
    }
}
