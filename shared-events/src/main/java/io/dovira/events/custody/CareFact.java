package io.dovira.events.custody;

import io.dovira.events.CustodyId;
import io.dovira.events.StoredAs;

/** What the unit does for whom it holds. */
public sealed interface CareFact extends CustodyFact {

    /** Somebody looked into the cell. {@code level}: how closely the person is watched from now on. */
    @StoredAs("custody.cell-visit-done")
    record CellVisitDone(CustodyId custody, Observation level, boolean roused) implements CareFact {}

    @StoredAs("custody.meal-offered")
    record MealOffered(CustodyId custody, boolean accepted) implements CareFact {}

    /** How often the cell is visited. */
    enum Observation {
        /** The usual interval. */
        GENERAL,
        /** A shorter one, and the person is roused: intoxicated, unwell. */
        INTERMITTENT
    }
}
