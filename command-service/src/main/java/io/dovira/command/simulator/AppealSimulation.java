package io.dovira.command.simulator;

import io.dovira.command.appeals.AssignAppeal;
import io.dovira.command.appeals.DeclineAppeal;
import io.dovira.command.appeals.ExtendTerm;
import io.dovira.command.appeals.ForwardAppeal;
import io.dovira.command.appeals.LodgeAppeal;
import io.dovira.command.appeals.LodgeHigherComplaint;
import io.dovira.command.appeals.ReceiveInfo;
import io.dovira.command.appeals.RegisterAppeal;
import io.dovira.command.appeals.ReopenAppeal;
import io.dovira.command.appeals.RequestInfo;
import io.dovira.command.appeals.SendAcknowledgement;
import io.dovira.command.appeals.SendAnswer;
import io.dovira.command.appeals.ShortenTerm;
import io.dovira.command.appeals.WithdrawAppeal;
import io.dovira.events.AppealId;
import io.dovira.events.OrganisationId;
import io.dovira.events.PersonId;
import io.dovira.events.ServiceId;
import io.dovira.events.StaffId;
import io.dovira.events.appeals.AnswerOutcome;
import io.dovira.events.appeals.Appeal;
import io.dovira.events.appeals.AppealKind;
import io.dovira.events.appeals.AppealProcedure;
import io.dovira.events.appeals.AppealState;
import io.dovira.events.appeals.AppealTopic;
import io.dovira.events.appeals.DeclineGround;
import io.dovira.events.offices.Office;
import io.dovira.events.visits.Channel;
import io.dovira.events.visits.Visit;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The appeals to one simulated office: some are handed in at a visit, others come by post, online or in the field. Pure and seeded. Every step is a
 * command that the decider of the feature decides, so the facts, terms and numbers are those that people would cause.
 *
 * <pre>
 *   lodged - registered - assigned --- [asked - received] [shortened | extended] --- answered --- [reopened -> answered | higher complaint]
 *                            '- forwarded | declined | withdrawn
 * </pre>
 */
final class AppealSimulation {
    private static final ServiceId LODGING = new ServiceId("appeal");
    private static final OrganisationId COUNCIL = new OrganisationId("sim-city-council");
    private static final OrganisationId PROSECUTOR = new OrganisationId("sim-prosecutor");
    private static final Actor PORTAL = Actor.system("portal");
    private static final Duration DAY = Duration.ofDays(1);
    private static final int LONGEST_TERM_DAYS = 45;

    private final Agenda agenda;
    private final Chance chance;
    private final OfficeHours hours;
    private final Arrivals letters;
    private final OfficeProfile profile;
    private final AppealRegistry registry;
    private final AppealSurveys surveys;
    private final AppealCorrections corrections;
    private @Nullable AppealId lastAnswered;
    private int lodged;

    /** @param agenda on which the office of the visitors stands, too */
    AppealSimulation(OfficeProfile profile, long seed, Instant start, Agenda agenda) {
        this.profile = profile;
        this.agenda = agenda;
        this.chance = new Chance(seed, profile.id() + "/appeals");
        this.hours = new OfficeHours(profile.zone(), chance);
        this.registry = new AppealRegistry(Office.evolve(null, profile.registration(), start), agenda, chance);
        this.surveys = new AppealSurveys(registry.office(), seed, agenda);
        this.corrections =
                new AppealCorrections(registry, hours, agenda, new Chance(seed, profile.id() + "/appeal-corrections"));
        this.letters = new Arrivals(
                profile.visitsPerDay() * 0.06, profile.zone(), chance.random().split());
        agenda.plan(letters.after(start), this::letter);
    }

    // --- how they come

    /** A visitor has just been served. */
    void served(Visit visit, Instant at) {
        var leg = visit.lastLeg();
        if (leg != null && leg.service().equals(LODGING) && chance.happens(0.4)) {
            Instant handedIn = chance.later(at, 1, 30);
            agenda.schedule(handedIn, () -> lodge(handedIn, Channel.IN_PERSON, visit));
        }
    }

    private void letter(Instant at) {
        double how = chance.random().nextDouble();
        Channel channel =
                how < 0.45 ? Channel.ONLINE : how < 0.80 ? Channel.POST : how < 0.92 ? Channel.FIELD : Channel.PHONE;
        Instant comes = channel == Channel.POST ? hours.from(at) : at;
        agenda.schedule(comes, () -> lodge(comes, channel, null));
        agenda.plan(letters.after(at), this::letter);
    }

    private void lodge(Instant at, Channel channel, @Nullable Visit visit) {
        AppealId id = new AppealId("%s.a%05d".formatted(profile.id(), ++lodged));
        boolean anonymous = (channel == Channel.POST || channel == Channel.ONLINE) && chance.happens(0.04);
        AppealKind kind = chance.oneOf(List.of(
                AppealKind.APPLICATION,
                AppealKind.APPLICATION,
                AppealKind.APPLICATION,
                AppealKind.COMPLAINT,
                AppealKind.COMPLAINT,
                AppealKind.PROPOSAL));
        SimulatedAppeal matter = new SimulatedAppeal(id, profile.id(), visit);
        SimulatedFact told = registry.act(
                matter,
                at,
                new LodgeAppeal(
                        id,
                        profile.id(),
                        channel,
                        visit == null ? null : visit.id(),
                        kind,
                        chance.oneOf(List.of(AppealTopic.values())),
                        anonymous ? null : new PersonId(profile.id() + ".p" + chance.below(4_000)),
                        chance.happens(0.08),
                        null),
                channel == Channel.ONLINE ? PORTAL : registry.clerk());
        corrections.lodged(matter, told, at);
        Instant registered =
                visit == null ? hours.from(chance.later(at, 20 * 60, 3 * 60 * 60)) : chance.later(at, 60, 8 * 60);
        agenda.schedule(registered, () -> register(matter, registered));
    }

    // --- how they are considered

    private void register(SimulatedAppeal matter, Instant at) {
        AppealProcedure procedure = procedure();
        registry.act(matter, at, new RegisterAppeal(matter.id(), procedure), registry.clerk());
        if (matter.lodgedBy() == Channel.ONLINE) {
            Instant told = at.plusSeconds(2);
            agenda.schedule(told, () -> registry.act(matter, told, new SendAcknowledgement(matter.id(), true), PORTAL));
        }
        Instant assigned = hours.from(at.plus(chance.logNormal(Duration.ofHours(3), 0.7)));
        agenda.schedule(assigned, () -> {
            StaffId staff = matter.givenTo(new StaffId(profile.id() + ".inv" + (1 + chance.below(4))));
            registry.act(matter, assigned, new AssignAppeal(matter.id(), staff, null), registry.clerk());
            consider(matter, procedure, assigned);
        });
    }

    private void consider(SimulatedAppeal matter, AppealProcedure procedure, Instant at) {
        double fate = chance.random().nextDouble();
        if (matter.state().matter().applicant() == null || fate < 0.04) {
            after(at, Duration.ofDays(3), 0.5, then -> decline(matter, then));
        } else if (fate < 0.09) {
            after(at, Duration.ofDays(2), 0.55, then -> forward(matter, then));
        } else if (fate < 0.12) {
            after(at, Duration.ofDays(4), 0.7, then -> withdraw(matter, then));
        } else {
            study(matter, procedure, at);
        }
    }

    private void study(SimulatedAppeal matter, AppealProcedure procedure, Instant at) {
        if (chance.happens(0.4)) {
            after(at, Duration.ofHours(20), 0.5, then -> acknowledge(matter, then));
        }
        if (chance.happens(0.12)) {
            after(at, Duration.ofDays(2), 0.4, then -> ask(matter, then));
        }
        if (chance.happens(0.03)) {
            after(at, Duration.ofDays(1), 0.5, then -> shorten(matter, then));
        }
        Instant answered = procedure == AppealProcedure.SIMPLE
                ? hours.from(at.plus(chance.logNormal(Duration.ofDays(7), 0.45)))
                : hours.from(at.plus(chance.logNormal(Duration.ofDays(16), 0.40)));
        Instant due = matter.due();
        boolean tight = answered.isAfter(due.minus(DAY)) && procedure == AppealProcedure.NORMAL;
        Instant noticed = hours.from(due.minus(DAY.multipliedBy(3L + chance.below(3))));
        if (tight && chance.happens(0.6) && noticed.isAfter(at) && noticed.isBefore(due)) {
            agenda.schedule(noticed, () -> extend(matter, noticed));
        }
        planAnswer(matter, answered);
    }

    /** The plan made last holds. */
    private void planAnswer(SimulatedAppeal matter, Instant at) {
        int plan = matter.plan();
        agenda.schedule(at, () -> {
            if (matter.holds(plan)) {
                answer(matter, at);
            }
        });
    }

    private void decline(SimulatedAppeal matter, Instant at) {
        Appeal appeal = matter.state();
        DeclineGround ground = appeal.matter().applicant() == null
                ? DeclineGround.ANONYMOUS
                : appeal.matter().kind() == AppealKind.COMPLAINT ? DeclineGround.OUT_OF_TERM : DeclineGround.REPEAT;
        AppealId earlier = ground == DeclineGround.REPEAT ? lastAnswered : null;
        registry.act(matter, at, new DeclineAppeal(matter.id(), ground, earlier), matter.investigator());
    }

    private void forward(SimulatedAppeal matter, Instant at) {
        registry.act(matter, at, new ForwardAppeal(matter.id(), COUNCIL), matter.investigator());
    }

    private void withdraw(SimulatedAppeal matter, Instant at) {
        registry.act(matter, at, new WithdrawAppeal(matter.id()), registry.clerk());
    }

    private void acknowledge(SimulatedAppeal matter, Instant at) {
        if (matter.state().state().isOpen()) {
            registry.act(matter, at, new SendAcknowledgement(matter.id(), false), matter.investigator());
        }
    }

    private void ask(SimulatedAppeal matter, Instant at) {
        if (matter.state().state() == AppealState.UNDER_REVIEW) {
            registry.act(matter, at, new RequestInfo(matter.id()), matter.investigator());
            after(at, Duration.ofDays(3), 0.5, then -> {
                if (matter.state().state() == AppealState.INFO_REQUESTED) {
                    registry.act(matter, then, new ReceiveInfo(matter.id(), null), registry.clerk());
                }
            });
        }
    }

    private void shorten(SimulatedAppeal matter, Instant at) {
        LocalDate until = registry.day(at).plusDays(4L + chance.below(5));
        if (matter.state().state().isOpen() && until.isBefore(registry.day(matter.due()))) {
            registry.act(
                    matter,
                    at,
                    new ShortenTerm(matter.id(), until, "заявник просить розглянути раніше"),
                    matter.investigator());
            Duration left = Duration.between(at, matter.due());
            planAnswer(
                    matter,
                    hours.from(at.plus(left.multipliedBy(40L + chance.below(70)).dividedBy(100))));
        }
    }

    private void extend(SimulatedAppeal matter, Instant at) {
        LocalDate until = registry.day(matter.state().receivedAt()).plusDays(LONGEST_TERM_DAYS - chance.below(4));
        boolean first = matter.state().rounds().size() == 1;
        if (first
                && matter.state().state().isOpen()
                && !at.isAfter(matter.due())
                && until.isAfter(registry.day(matter.due()))) {
            registry.act(
                    matter,
                    at,
                    new ExtendTerm(matter.id(), until, "потрібна додаткова перевірка", at),
                    matter.investigator());
        }
    }

    private void answer(SimulatedAppeal matter, Instant at) {
        double how = chance.random().nextDouble();
        AnswerOutcome outcome = how < 0.35
                ? AnswerOutcome.SATISFIED
                : how < 0.5
                        ? AnswerOutcome.PARTLY_SATISFIED
                        : how < 0.9 ? AnswerOutcome.EXPLAINED : AnswerOutcome.REJECTED;
        Instant due = matter.due();
        SimulatedFact told =
                registry.act(matter, at, new SendAnswer(matter.id(), outcome, null), matter.investigator());
        lastAnswered = matter.id();
        corrections.answered(matter, told, at);
        if (matter.state().rounds().size() == 1) {
            surveys.answered(matter.state(), outcome, !at.isAfter(due), at);
        }
        boolean again = matter.state().rounds().size() < 3 && outcome != AnswerOutcome.SATISFIED;
        if (again && chance.happens(0.07)) {
            after(at, Duration.ofDays(4), 0.6, then -> reopen(matter, then));
        } else if (outcome == AnswerOutcome.REJECTED && chance.happens(0.25)) {
            after(
                    at,
                    Duration.ofDays(6),
                    0.5,
                    then -> registry.act(
                            matter, then, new LodgeHigherComplaint(matter.id(), PROSECUTOR), registry.clerk()));
        }
    }

    private void reopen(SimulatedAppeal matter, Instant at) {
        AppealProcedure procedure = procedure();
        registry.act(
                matter,
                at,
                new ReopenAppeal(matter.id(), procedure, "заявник не згоден із відповіддю"),
                registry.clerk());
        study(matter, procedure, at);
    }

    private AppealProcedure procedure() {
        return chance.happens(0.45) ? AppealProcedure.SIMPLE : AppealProcedure.NORMAL;
    }

    /** Something that is done in office hours, about so long after. */
    private void after(Instant at, Duration median, double sigma, Consumer<Instant> step) {
        agenda.plan(hours.from(at.plus(chance.logNormal(median, sigma))), step);
    }
}
