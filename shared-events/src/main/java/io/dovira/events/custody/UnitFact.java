package io.dovira.events.custody;

import io.dovira.events.CustodyId;
import io.dovira.events.Fact;
import io.dovira.events.OfficeId;
import io.dovira.events.PersonId;
import io.dovira.events.StoredAs;

/** Who is held in a unit and who answers for them, in a stream of the unit: with it a hand-over names everybody. */
public sealed interface UnitFact extends Fact {
    OfficeId office();

    /** The stream of the log that holds the facts of a unit. */
    static String stream(OfficeId office) {
        return "unit-" + office;
    }

    @StoredAs("unit.person-admitted")
    record PersonAdmitted(OfficeId office, CustodyId custody, PersonId person) implements UnitFact {}

    /** Released, or handed over for good. */
    @StoredAs("unit.person-left")
    record PersonLeft(OfficeId office, CustodyId custody) implements UnitFact {}

    /** The outgoing shift signs. {@code handover}: number inside the unit, from 1; {@code from}: pseudonym of who signed. */
    @StoredAs("unit.handover-offered")
    record HandoverOffered(OfficeId office, int handover, String from) implements UnitFact {}

    /** The incoming shift signs; in the same append, the record of each of the persons says so. */
    @StoredAs("unit.shift-handed-over")
    record ShiftHandedOver(OfficeId office, int handover, String from, String to, int persons) implements UnitFact {}
}
