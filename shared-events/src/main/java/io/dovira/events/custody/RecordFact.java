package io.dovira.events.custody;

import io.dovira.events.CustodyId;
import io.dovira.events.StoredAs;
import io.dovira.events.corrections.ProposedCorrection;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The record itself: its clocks, its end, and what is said of what stands in it. */
public sealed interface RecordFact extends CustodyFact {

    /**
     * A duty has a limit, by the rule of that day. Told once, with the fact that started it; a later law does not move it.
     *
     * @param from when the clock started
     * @param policy id and version of the rule, {@code custody-review-first@1}
     */
    @StoredAs("custody.clock-started")
    record ClockStarted(CustodyId custody, Duty duty, Instant from, Instant dueAt, String policy)
            implements RecordFact {}

    @StoredAs("custody.person-released")
    record PersonReleased(CustodyId custody, ReleaseGround ground) implements RecordFact {}

    /** Nothing but late entries, corrections and disclosures comes after it. */
    @StoredAs("custody.record-sealed")
    record CustodyRecordSealed(CustodyId custody) implements RecordFact {}

    @StoredAs("custody.copy-disclosed")
    record CopyDisclosed(CustodyId custody, Recipient to) implements RecordFact {}

    /**
     * Somebody opened the record to read it, and said what for before the first entry was shown. It changes nothing about the stay, and may happen at any
     * time, after the seal too: who looked at a detained person's record is a part of it.
     *
     * @param by pseudonym of who reads
     * @param reference number of the matter, without personal data
     */
    @StoredAs("custody.record-accessed")
    record RecordAccessed(
            CustodyId custody,
            String by,
            Purpose purpose,
            @Nullable String reference) implements RecordFact {}

    /**
     * Something that should have been entered in its time and can no longer be entered as such.
     *
     * @param entry what it would have been, a stored name such as {@code custody.cell-visit-done}
     * @param reason why so late
     * @param remark what happened, without personal data
     */
    @StoredAs("custody.late-entry-made")
    record LateEntryMade(
            CustodyId custody,
            String entry,
            String reason,
            @Nullable String remark) implements RecordFact {
        public LateEntryMade {
            requireReason(reason);
        }
    }

    /** A correction that waits for a second person. {@code number}: from 1 inside the record. */
    @StoredAs("custody.correction-proposed")
    record CorrectionProposed(
            CustodyId custody,
            int number,
            String ofEventId,
            CustodyField field,
            String was,
            String is,
            String reason,
            String proposedBy)
            implements RecordFact, ProposedCorrection {
        public CorrectionProposed {
            requireReason(reason);
        }
    }

    /** The second person said no. */
    @StoredAs("custody.correction-rejected")
    record CorrectionRejected(CustodyId custody, int number, String reason) implements RecordFact {
        public CorrectionRejected {
            requireReason(reason);
        }
    }

    /**
     * A wrong entry set right: the original stays readable. {@code was} and {@code is} are the text form of the field, ISO 8601 for times.
     *
     * @param proposal number of what was proposed; null if it needed no second person
     * @param approvedBy pseudonym of the second person
     */
    @StoredAs("custody.entry-corrected")
    record EntryCorrected(
            CustodyId custody,
            String ofEventId,
            CustodyField field,
            String was,
            String is,
            String reason,
            @Nullable Integer proposal,
            @Nullable String approvedBy)
            implements RecordFact {
        public EntryCorrected {
            requireReason(reason);
        }
    }

    /**
     * Another shift answers for the person from now on, and knows what is open.
     *
     * @param handover number of the hand-over in the unit
     * @param from pseudonym of who signed for the outgoing shift; {@code to} for the incoming one
     * @param openDuties how many
     * @param nextDuty the one that is due first; null if none has a limit
     */
    @StoredAs("custody.person-handed-over")
    record PersonHandedOver(
            CustodyId custody,
            int handover,
            String from,
            String to,
            int openDuties,
            @Nullable Duty nextDuty,
            @Nullable Instant nextDueAt)
            implements RecordFact {}

    private static void requireReason(String reason) {
        if (reason.isBlank()) {
            throw new IllegalArgumentException("it needs a reason");
        }
    }

    enum ReleaseGround {
        /** The grounds for detention fell away. */
        NO_GROUNDS,
        /** The limit was reached. */
        LIMIT_REACHED,
        COURT,
        BAIL,
        ADMINISTRATIVE_DONE,
        HEALTH
    }

    /** What a record is read for. */
    enum Purpose {
        /** By those who hold the person, to know what is due. */
        CARE,
        /** Whether the detention is still needed. */
        REVIEW,
        COMPLAINT,
        INVESTIGATION,
        COURT,
        /** Inspection from outside: prosecutor, ombudsman. */
        OVERSIGHT,
        QUALITY_REVIEW,
        /** The person, or the lawyer, asks what stands there. */
        SUBJECT_REQUEST
    }

    /** Who got a copy. */
    enum Recipient {
        PERSON,
        LAWYER,
        PROSECUTOR,
        COURT,
        OMBUDSMAN
    }
}
