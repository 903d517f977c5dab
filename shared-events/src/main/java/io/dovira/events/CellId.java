package io.dovira.events;

/** A cell, unique inside its custody unit. */
public record CellId(String value) {
    public CellId {
        value = Text.id("cell id", value);
    }

    @Override
    public String toString() {
        return value;
    }
}
