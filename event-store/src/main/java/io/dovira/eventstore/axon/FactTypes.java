package io.dovira.eventstore.axon;

import org.jspecify.annotations.Nullable;

/** The catalogue of what may stand in the log: names and revisions instead of class names. Given by the services. */
public interface FactTypes {

    /**
     * The stored name, such as {@code visit.visitor-called}.
     *
     * @throws IllegalArgumentException if the class is no fact
     */
    String nameOf(Class<?> type);

    /**
     * The revision that is written now, from 1.
     *
     * @throws IllegalArgumentException if the class is no fact
     */
    int revisionOf(Class<?> type);

    /** The class that reads the stored name; null if this process does not know it. The revision is what upcasters made of it. */
    @Nullable
    Class<?> classOf(String name, int revision);
}
