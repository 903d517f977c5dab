package io.dovira.events.custody;

import io.dovira.events.CustodyId;
import io.dovira.events.OfficeId;
import io.dovira.events.PersonId;
import io.dovira.events.StoredAs;

/** How a stay begins. */
public sealed interface ArrivalFact extends CustodyFact {

    /** The moment from which a person must stay, by force or by obedience: every limit of detention runs from it. */
    @StoredAs("custody.person-apprehended")
    record PersonApprehended(
            CustodyId custody,
            PersonId person,
            OfficeId office,
            DetentionGround ground,
            boolean minor,
            boolean foreigner)
            implements ArrivalFact {}

    /** The person is in the unit. */
    @StoredAs("custody.person-delivered")
    record PersonDelivered(CustodyId custody) implements ArrivalFact {}

    /** The delivery is registered and the record begins. */
    @StoredAs("custody.record-opened")
    record CustodyRecordOpened(CustodyId custody) implements ArrivalFact {}
}
