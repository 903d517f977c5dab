package io.dovira.command.platform;

import io.dovira.events.Fact;
import io.dovira.events.catalogue.Facts;
import io.dovira.eventstore.axon.FactTypes;
import org.jspecify.annotations.Nullable;

/** The catalogue of facts, as Axon's serializer asks for it. */
final class CatalogueTypes implements FactTypes {
    @Override
    public String nameOf(Class<?> type) {
        return Facts.nameOf(fact(type));
    }

    @Override
    public int revisionOf(Class<?> type) {
        return Facts.revisionOf(fact(type));
    }

    @Override
    public @Nullable Class<?> classOf(String name, int revision) {
        try {
            return Facts.typeOf(name);
        } catch (IllegalArgumentException unknown) {
            return null;
        }
    }

    private static Class<? extends Fact> fact(Class<?> type) {
        if (!Fact.class.isAssignableFrom(type)) {
            throw new IllegalArgumentException(type.getName() + " is no fact");
        }
        return type.asSubclass(Fact.class);
    }
}
