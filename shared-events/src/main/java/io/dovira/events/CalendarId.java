package io.dovira.events;

/** A calendar of opening hours that policies count by. */
public record CalendarId(String value) {
    public CalendarId {
        value = Text.id("calendar id", value);
    }

    /** The stream of the log that holds its facts. */
    public String stream() {
        return "calendar-" + value;
    }

    @Override
    public String toString() {
        return value;
    }
}
