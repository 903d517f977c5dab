package io.dovira.command.simulator;

import io.dovira.command.custody.ApproveCorrection;
import io.dovira.command.custody.CorrectEntry;
import io.dovira.command.custody.RejectCorrection;
import io.dovira.events.Fact;
import io.dovira.events.custody.CustodyField;
import io.dovira.events.custody.LegalAidFact.LawyerArrived;
import io.dovira.events.custody.LegalAidFact.LegalAidNotified;
import io.dovira.events.custody.LocationFact.CellAssigned;
import io.dovira.events.custody.RelativesFact.RelativesNotified;
import io.dovira.events.custody.RightsFact.RightsExplained;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What was typed wrongly in a simulated stay: a little is set right at once, more when somebody else has signed; a few wait for that in vain. */
final class StayCorrections {
    private static final double WRONG = 0.04;
    private static final List<String> REASONS =
            List.of("на відео інший час", "помилка під час внесення", "звірено з журналом чергового");

    private final SimulatedStay stay;
    private final CustodySimulation unit;
    private final Chance chance;

    StayCorrections(SimulatedStay stay, CustodySimulation unit, Chance chance) {
        this.stay = stay;
        this.unit = unit;
        this.chance = chance;
    }

    void entered(SimulatedFact entry, Instant typed) {
        CustodyField field = field(entry.fact());
        if (field != null && chance.happens(WRONG)) {
            unit.plan(chance.later(typed, 10 * 60, 6 * 3_600), at -> correct(entry, field, at));
        }
    }

    private static @Nullable CustodyField field(Fact entry) {
        return switch (entry) {
            case RightsExplained ignored -> CustodyField.RIGHTS_EXPLAINED_AT;
            case LegalAidNotified ignored -> CustodyField.LEGAL_AID_NOTIFIED_AT;
            case LawyerArrived ignored -> CustodyField.LAWYER_ARRIVED_AT;
            case RelativesNotified ignored -> CustodyField.RELATIVES_NOTIFIED_AT;
            case CellAssigned ignored -> CustodyField.CELL;
            default -> null;
        };
    }

    private void correct(SimulatedFact entry, CustodyField field, Instant at) {
        String was = entry.fact() instanceof CellAssigned assigned
                ? assigned.cell().value()
                : entry.at().toString();
        String is = field == CustodyField.CELL
                ? stay.anyCell().value()
                : otherTime(entry.at()).toString();
        CorrectEntry correction = new CorrectEntry(stay.id(), entry.eventId(), field, was, is, chance.oneOf(REASONS));
        int before = stay.custody().corrections().proposed();
        unit.correct(stay, correction, at, unit.onDuty(at), Set.of(entry.eventId()));
        int number = stay.custody().corrections().proposed();
        if (number > before && chance.happens(0.85)) {
            unit.plan(chance.later(at, 20 * 60, 20 * 3_600), then -> sign(number, then));
        }
    }

    private Instant otherTime(Instant at) {
        Duration by = Duration.ofMinutes(chance.happens(0.4) ? 1 + chance.below(4) : 8 + chance.below(30));
        return chance.happens(0.6) ? at.plus(by) : at.minus(by);
    }

    /** Somebody else looks at it; what cannot be any more is not signed either. */
    private void sign(int number, Instant at) {
        boolean signed = chance.happens(0.8)
                && unit.correct(stay, new ApproveCorrection(stay.id(), number), at, stay.reviewer(), Set.of());
        if (!signed) {
            RejectCorrection rejection = new RejectCorrection(stay.id(), number, "не підтверджено відеозаписом");
            unit.correct(stay, rejection, at, stay.reviewer(), Set.of());
        }
    }
}
