package io.dovira.events.custody;

import static io.dovira.events.custody.Duty.ASSIGN_CELL;
import static io.dovira.events.custody.Duty.ASSIGN_LAWYER;
import static io.dovira.events.custody.Duty.BRING_TO_COURT;
import static io.dovira.events.custody.Duty.CELL_VISIT;
import static io.dovira.events.custody.Duty.END_DETENTION;
import static io.dovira.events.custody.Duty.EXPLAIN_RIGHTS;
import static io.dovira.events.custody.Duty.HEAR_MEASURE;
import static io.dovira.events.custody.Duty.HOSPITAL;
import static io.dovira.events.custody.Duty.INTERVIEW_DETAINEE;
import static io.dovira.events.custody.Duty.INTERVIEW_OFFICER;
import static io.dovira.events.custody.Duty.LAWYER_ARRIVAL;
import static io.dovira.events.custody.Duty.LOG_PROPERTY;
import static io.dovira.events.custody.Duty.MEDICAL_EXAMINATION;
import static io.dovira.events.custody.Duty.NOTE_INJURIES;
import static io.dovira.events.custody.Duty.NOTIFY_CONSULATE;
import static io.dovira.events.custody.Duty.NOTIFY_LEGAL_AID;
import static io.dovira.events.custody.Duty.NOTIFY_RELATIVES;
import static io.dovira.events.custody.Duty.OPEN_RECORD;
import static io.dovira.events.custody.Duty.REGISTER_COMPLAINT;
import static io.dovira.events.custody.Duty.RETURN;
import static io.dovira.events.custody.Duty.RETURN_PROPERTY;
import static io.dovira.events.custody.Duty.REVIEW;
import static io.dovira.events.custody.Duty.SEARCH;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What happened to a person in custody, as far as duties come of it: which ones it meets, lets fall away and opens. */
public enum Act {
    APPREHENDED(
            Phase.APPREHENDED,
            opens(
                    EXPLAIN_RIGHTS,
                    NOTIFY_CONSULATE,
                    NOTIFY_LEGAL_AID,
                    NOTIFY_RELATIVES,
                    BRING_TO_COURT,
                    HEAR_MEASURE,
                    END_DETENTION)),
    DELIVERED(
            Phase.DELIVERED,
            opens(
                    OPEN_RECORD,
                    INTERVIEW_DETAINEE,
                    INTERVIEW_OFFICER,
                    NOTE_INJURIES,
                    SEARCH,
                    LOG_PROPERTY,
                    ASSIGN_CELL)),
    RECORD_OPENED(Phase.OPEN, meets(OPEN_RECORD), opens(REVIEW)),
    RIGHTS_EXPLAINED(meets(EXPLAIN_RIGHTS)),
    CONSULATE_NOTIFIED(meets(NOTIFY_CONSULATE)),
    LEGAL_AID_NOTIFIED(meets(NOTIFY_LEGAL_AID), opens(ASSIGN_LAWYER)),
    /** Of the person's own choice: then nobody need tell the centre. */
    LAWYER_ASSIGNED(lapses(NOTIFY_LEGAL_AID), meets(ASSIGN_LAWYER), opens(LAWYER_ARRIVAL)),
    LAWYER_ARRIVED(meets(LAWYER_ARRIVAL)),
    RELATIVES_NOTIFIED(meets(NOTIFY_RELATIVES)),
    NOTIFICATION_DELAYED(pauses(NOTIFY_RELATIVES)),
    INJURIES_NOTED(meets(NOTE_INJURIES)),
    MEDICAL_REQUESTED(opens(MEDICAL_EXAMINATION)),
    FOUND_FIT(meets(MEDICAL_EXAMINATION), lapses(HOSPITAL)),
    FOUND_UNFIT(meets(MEDICAL_EXAMINATION), opens(HOSPITAL)),
    CELL_VISITED(meets(CELL_VISIT)),
    CELL_ASSIGNED(meets(ASSIGN_CELL), opens(CELL_VISIT)),
    TAKEN_TO_HOSPITAL(Phase.AT_HOSPITAL, meets(HOSPITAL), lapses(CELL_VISIT), opens(RETURN)),
    TAKEN_OUT(Phase.IN_TRANSFER, lapses(CELL_VISIT), opens(RETURN)),
    BROUGHT_TO_COURT(Phase.AT_COURT, meets(BRING_TO_COURT, END_DETENTION), lapses(CELL_VISIT), opens(RETURN)),
    RETURNED(meets(RETURN), resumes(CELL_VISIT)),
    DETAINEE_INTERVIEWED(meets(INTERVIEW_DETAINEE)),
    OFFICER_INTERVIEWED(meets(INTERVIEW_OFFICER)),
    SEARCHED(meets(SEARCH)),
    PROPERTY_TAKEN(meets(LOG_PROPERTY), opens(RETURN_PROPERTY)),
    NO_PROPERTY_TAKEN(meets(LOG_PROPERTY)),
    PROPERTY_RETURNED(meets(RETURN_PROPERTY)),
    REVIEWED(meets(REVIEW)),
    COURT_RULED(meets(HEAR_MEASURE, END_DETENTION)),
    COMPLAINT_MADE(opens(REGISTER_COMPLAINT)),
    COMPLAINT_REGISTERED(meets(REGISTER_COMPLAINT)),
    RELEASED(Phase.RELEASED, meets(END_DETENTION), holdsNoMore()),
    TRANSFERRED(Phase.HANDED_OVER, meets(END_DETENTION), holdsNoMore());

    /** What an act does to duties. */
    enum How {
        MEETS,
        LAPSES,
        OPENS,
        /** Opens again what was open before. */
        RESUMES,
        PAUSES
    }

    /** The same to several. */
    record Effect(How how, List<Duty> duties) {}

    private final @Nullable Phase phase;

    @SuppressWarnings("ImmutableEnumChecker") // a copy that nobody changes
    private final List<Effect> effects;

    Act(Effect... effects) {
        this(null, effects);
    }

    Act(@Nullable Phase phase, Effect... effects) {
        this.phase = phase;
        this.effects = List.of(effects);
    }

    /** The phase that begins with it; null if none does, or one that was left before. */
    @Nullable
    Phase phase() {
        return phase;
    }

    List<Effect> effects() {
        return effects;
    }

    boolean ends() {
        return this == RELEASED || this == TRANSFERRED;
    }

    /** Of what is done every hour only the last one is kept. */
    boolean isKeptOnce() {
        return this == CELL_VISITED || this == REVIEWED;
    }

    private static Effect opens(Duty... duties) {
        return new Effect(How.OPENS, List.of(duties));
    }

    private static Effect meets(Duty... duties) {
        return new Effect(How.MEETS, List.of(duties));
    }

    private static Effect lapses(Duty... duties) {
        return new Effect(How.LAPSES, List.of(duties));
    }

    private static Effect resumes(Duty... duties) {
        return new Effect(How.RESUMES, List.of(duties));
    }

    private static Effect pauses(Duty... duties) {
        return new Effect(How.PAUSES, List.of(duties));
    }

    /** The person is gone: what has to do with holding falls away; what was owed and not done stays open for all to see. */
    private static Effect holdsNoMore() {
        return lapses(CELL_VISIT, REVIEW, ASSIGN_CELL, RETURN, BRING_TO_COURT, HEAR_MEASURE, HOSPITAL);
    }
}
