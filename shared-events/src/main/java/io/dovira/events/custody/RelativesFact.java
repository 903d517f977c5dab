package io.dovira.events.custody;

import io.dovira.events.CustodyId;
import io.dovira.events.StaffId;
import io.dovira.events.StoredAs;

/** Whether somebody outside knows. */
public sealed interface RelativesFact extends CustodyFact {

    /** Relatives or others of the person's choice; of a minor, parents or guardians. */
    @StoredAs("custody.relatives-notified")
    record RelativesNotified(CustodyId custody) implements RelativesFact {}

    /** Not now, because {@code by} ordered so; the duty stays open, and its clock stands still. */
    @StoredAs("custody.notification-delayed")
    record NotificationDelayed(CustodyId custody, StaffId by, DelayGround ground) implements RelativesFact {}

    /** Why nobody is told yet. */
    enum DelayGround {
        /** The person asked for it. */
        PERSON_REFUSES,
        /** Nobody could be reached. */
        UNREACHABLE,
        /** An investigator's reasoned decision. */
        INVESTIGATION
    }
}
