package io.dovira.events.custody;

import io.dovira.events.CustodyId;
import io.dovira.events.StoredAs;

/** What the person was told, and in which language. */
public sealed interface RightsFact extends CustodyFact {

    /** {@code language} as a BCP 47 tag. */
    @StoredAs("custody.rights-explained")
    record RightsExplained(CustodyId custody, String language, Signature signature) implements RightsFact {}

    /** {@code language}: into and out of which, as a BCP 47 tag. */
    @StoredAs("custody.interpreter-arrived")
    record InterpreterArrived(CustodyId custody, String language) implements RightsFact {}

    @StoredAs("custody.consulate-notified")
    record ConsulateNotified(CustodyId custody) implements RightsFact {}

    /** Whether the person signed; a refusal is witnessed and is an answer too. */
    enum Signature {
        SIGNED,
        REFUSED
    }
}
