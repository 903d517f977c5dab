package io.dovira.events;

/** A person, by pseudonym. */
public record PersonId(String value) {
    public PersonId {
        value = Text.id("person id", value);
    }

    @Override
    public String toString() {
        return value;
    }
}
