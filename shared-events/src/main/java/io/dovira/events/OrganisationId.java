package io.dovira.events;

/** An agency or department that offices belong to. */
public record OrganisationId(String value) {
    public OrganisationId {
        value = Text.id("organisation id", value);
    }

    @Override
    public String toString() {
        return value;
    }
}
