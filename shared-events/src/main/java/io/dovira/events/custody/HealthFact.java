package io.dovira.events.custody;

import io.dovira.events.CustodyId;
import io.dovira.events.StoredAs;

/** The person's health, as categories; findings stand in the medical file, not here. */
public sealed interface HealthFact extends CustodyFact {

    @StoredAs("custody.visible-injuries-noted")
    record VisibleInjuriesNoted(CustodyId custody, Injuries injuries) implements HealthFact {}

    @StoredAs("custody.medical-requested")
    record MedicalRequested(CustodyId custody, Requester by) implements HealthFact {}

    @StoredAs("custody.medical-examined")
    record MedicalExamined(CustodyId custody, Fitness fitness) implements HealthFact {}

    /** As prescribed; which one stands in the medical file. */
    @StoredAs("custody.medication-given")
    record MedicationGiven(CustodyId custody) implements HealthFact {}

    enum Injuries {
        NONE,
        MINOR,
        SERIOUS
    }

    /** Who asks for a doctor. */
    enum Requester {
        PERSON,
        OFFICER,
        LAWYER
    }

    /** What the doctor says of a further stay. */
    enum Fitness {
        FIT,
        /** With conditions: medication, closer observation. */
        FIT_WITH_CONDITIONS,
        /** Must not stay: hospital is due. */
        UNFIT
    }
}
