package io.dovira.events.custody;

import io.dovira.events.CellId;
import io.dovira.events.CustodyId;
import io.dovira.events.OfficeId;
import io.dovira.events.StoredAs;

/** Where the person is. */
public sealed interface LocationFact extends CustodyFact {

    @StoredAs("custody.cell-assigned")
    record CellAssigned(CustodyId custody, CellId cell) implements LocationFact {}

    /** Out of the unit, to come back. */
    @StoredAs("custody.person-taken-out")
    record TakenOut(CustodyId custody, Destination to) implements LocationFact {}

    @StoredAs("custody.person-returned")
    record Returned(CustodyId custody) implements LocationFact {}

    @StoredAs("custody.person-brought-to-court")
    record BroughtToCourt(CustodyId custody) implements LocationFact {}

    /** For good, to a temporary detention facility or another unit, which opens a record of its own. */
    @StoredAs("custody.person-transferred")
    record Transferred(CustodyId custody, OfficeId to) implements LocationFact {}

    /** Where to, if not to court. */
    enum Destination {
        HOSPITAL,
        INVESTIGATION,
        OTHER
    }
}
