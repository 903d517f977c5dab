package io.dovira.events;

/** A desk (counter, service point), unique inside its office. */
public record DeskId(String value) {
    public DeskId {
        value = Text.id("desk id", value);
    }

    @Override
    public String toString() {
        return value;
    }
}
