package io.dovira.events.custody;

import io.dovira.events.CustodyId;
import io.dovira.events.PersonId;
import io.dovira.events.StoredAs;

/** The way to a lawyer. */
public sealed interface LegalAidFact extends CustodyFact {

    /** The centre for free legal aid was told, and registered it. */
    @StoredAs("custody.legal-aid-notified")
    record LegalAidNotified(CustodyId custody) implements LegalAidFact {}

    /** {@code lawyer}: pseudonym, of the centre's choice or the person's own. */
    @StoredAs("custody.lawyer-assigned")
    record LawyerAssigned(CustodyId custody, PersonId lawyer) implements LegalAidFact {}

    @StoredAs("custody.lawyer-arrived")
    record LawyerArrived(CustodyId custody) implements LegalAidFact {}

    /** Private talk with the lawyer. */
    @StoredAs("custody.consultation-started")
    record ConsultationStarted(CustodyId custody) implements LegalAidFact {}

    @StoredAs("custody.consultation-ended")
    record ConsultationEnded(CustodyId custody) implements LegalAidFact {}
}
