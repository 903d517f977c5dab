package io.dovira.command.simulator;

import io.dovira.command.appeals.AppealCommand;
import io.dovira.command.appeals.ApproveAppealCorrection;
import io.dovira.command.appeals.CorrectAppeal;
import io.dovira.command.appeals.RejectAppealCorrection;
import io.dovira.events.appeals.AnswerOutcome;
import io.dovira.events.appeals.AnswerSent;
import io.dovira.events.appeals.AppealField;
import io.dovira.events.appeals.AppealTopic;
import io.dovira.events.visits.Channel;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * What was registered wrongly of simulated appeals: a topic is set right at once; a receipt or an outcome, on which terms and figures rest, when somebody
 * else has signed. A few wait for that in vain.
 */
final class AppealCorrections {
    private final AppealRegistry registry;
    private final OfficeHours hours;
    private final Agenda agenda;
    private final Chance chance;

    AppealCorrections(AppealRegistry registry, OfficeHours hours, Agenda agenda, Chance chance) {
        this.registry = registry;
        this.hours = hours;
        this.agenda = agenda;
        this.chance = chance;
    }

    void lodged(SimulatedAppeal appeal, SimulatedFact fact, Instant at) {
        if (chance.happens(0.03)) {
            soon(at, then -> topic(appeal, fact, then));
        }
        if (appeal.lodgedBy() == Channel.POST && chance.happens(0.06)) {
            soon(at, then -> receipt(appeal, fact, then));
        }
    }

    void answered(SimulatedAppeal appeal, SimulatedFact fact, Instant at) {
        if (chance.happens(0.03) && fact.fact() instanceof AnswerSent answer) {
            soon(at, then -> outcome(appeal, fact, answer.outcome(), then));
        }
    }

    private void topic(SimulatedAppeal appeal, SimulatedFact fact, Instant at) {
        AppealTopic is = chance.oneOf(List.of(AppealTopic.values()));
        String was = appeal.state().text(AppealField.TOPIC);
        correct(appeal, fact, AppealField.TOPIC, was, is.name(), "уточнено зі змісту звернення", at);
    }

    /** It lay in the letter box, or in somebody's tray. */
    private void receipt(SimulatedAppeal appeal, SimulatedFact fact, Instant at) {
        Instant was = appeal.state().receivedAt();
        Instant is = was.minus(Duration.ofHours(2L + chance.below(40)));
        correct(appeal, fact, AppealField.RECEIVED_AT, was.toString(), is.toString(), "за поштовим штемпелем", at);
    }

    private void outcome(SimulatedAppeal appeal, SimulatedFact fact, AnswerOutcome was, Instant at) {
        AnswerOutcome is = chance.oneOf(List.of(AnswerOutcome.values()));
        correct(appeal, fact, AppealField.OUTCOME, was.name(), is.name(), "за змістом відповіді", at);
    }

    private void correct(
            SimulatedAppeal appeal,
            SimulatedFact fact,
            AppealField field,
            String was,
            String is,
            String reason,
            Instant at) {
        CorrectAppeal correction = new CorrectAppeal(appeal.id(), fact.eventId(), field, was, is, reason);
        int before = appeal.state().corrections().proposed();
        registry.correct(appeal, at, correction, registry.clerk(), Set.of(fact.eventId()));
        int number = appeal.state().corrections().proposed();
        if (number > before && chance.happens(0.85)) {
            soon(at, then -> sign(appeal, number, then));
        }
    }

    /** Somebody else looks at it; what cannot be any more is not signed either. */
    private void sign(SimulatedAppeal appeal, int number, Instant at) {
        boolean signed = chance.happens(0.8) && sign(appeal, new ApproveAppealCorrection(appeal.id(), number), at);
        if (!signed) {
            sign(appeal, new RejectAppealCorrection(appeal.id(), number, "документи цього не підтверджують"), at);
        }
    }

    private boolean sign(SimulatedAppeal appeal, AppealCommand command, Instant at) {
        return registry.correct(appeal, at, command, registry.head(), Set.of());
    }

    private void soon(Instant at, Consumer<Instant> step) {
        agenda.plan(hours.from(at.plus(chance.logNormal(Duration.ofHours(20), 0.8))), step);
    }
}
