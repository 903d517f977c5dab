package io.dovira.command.simulator;

import io.dovira.events.custody.DetentionGround;
import io.dovira.events.custody.LegalAidFact.ConsultationEnded;
import io.dovira.events.custody.LegalAidFact.ConsultationStarted;
import io.dovira.events.custody.LegalAidFact.LawyerArrived;
import io.dovira.events.custody.LegalAidFact.LawyerAssigned;
import io.dovira.events.custody.LegalAidFact.LegalAidNotified;
import io.dovira.events.custody.RelativesFact.DelayGround;
import io.dovira.events.custody.RelativesFact.NotificationDelayed;
import io.dovira.events.custody.RelativesFact.RelativesNotified;
import io.dovira.events.custody.RightsFact.ConsulateNotified;
import io.dovira.events.custody.RightsFact.InterpreterArrived;
import io.dovira.events.custody.RightsFact.RightsExplained;
import io.dovira.events.custody.RightsFact.Signature;
import java.time.Instant;

/** Who is told what in a simulated stay: the person of the rights, the relatives, the consulate, the centre for legal aid; and the lawyer who comes. */
final class StayNotices {
    private final SimulatedStay stay;
    private final CustodySimulation unit;
    private final Chance chance;

    StayNotices(SimulatedStay stay, CustodySimulation unit, Chance chance) {
        this.stay = stay;
        this.unit = unit;
        this.chance = chance;
    }

    void begin(Instant at, boolean foreigner) {
        rights(at, foreigner);
        relatives(at);
        legalAid(at);
    }

    private void rights(Instant at, boolean foreigner) {
        String language = foreigner ? "en" : "uk";
        Signature signature = chance.happens(0.04) ? Signature.REFUSED : Signature.SIGNED;
        if (foreigner) {
            stay.inIfHeld(at, 15, 45, then -> {
                stay.enter(then, new InterpreterArrived(stay.id(), language));
                stay.inIfHeld(
                        then, 2, 6, told -> stay.enter(told, new RightsExplained(stay.id(), language, signature)));
            });
            stay.inIfHeld(at, 30, 150, then -> stay.enter(then, new ConsulateNotified(stay.id())));
        } else {
            stay.inIfHeld(at, 3, 8, then -> stay.enter(then, new RightsExplained(stay.id(), language, signature)));
        }
    }

    private void relatives(Instant at) {
        if (chance.happens(0.07)) {
            DelayGround why = chance.happens(0.5) ? DelayGround.PERSON_REFUSES : DelayGround.UNREACHABLE;
            stay.inIfHeld(
                    at, 5, 20, then -> stay.enter(then, new NotificationDelayed(stay.id(), unit.onDuty(then), why)));
            stay.inIfHeld(at, 60, 300, then -> stay.enter(then, new RelativesNotified(stay.id())));
        } else {
            int most = chance.happens(0.1) ? 120 : 20;
            stay.inIfHeld(at, 4, most, then -> stay.enter(then, new RelativesNotified(stay.id())));
        }
    }

    /** Within an hour for most; the rest as it was measured in practice. */
    private void legalAid(Instant at) {
        double how = chance.random().nextDouble();
        int most = how < 0.85 || stay.ground() == DetentionGround.ADMINISTRATIVE ? 15 : how < 0.95 ? 75 : 200;
        stay.inIfHeld(at, 3, most, then -> {
            stay.enter(then, new LegalAidNotified(stay.id()));
            stay.inIfHeld(then, 10, chance.happens(0.08) ? 130 : 55, this::lawyer);
        });
    }

    private void lawyer(Instant named) {
        stay.enter(named, new LawyerAssigned(stay.id(), stay.person("l")));
        stay.inIfHeld(named, 25, 110, came -> {
            stay.enter(came, new LawyerArrived(stay.id()));
            stay.inIfHeld(came, 2, 10, this::consult);
        });
    }

    private void consult(Instant at) {
        stay.enter(at, new ConsultationStarted(stay.id()));
        stay.inIfHeld(at, 15, 50, then -> {
            if (stay.custody().consulting()) {
                stay.enter(then, new ConsultationEnded(stay.id()));
            }
        });
    }
}
