package io.dovira.query.live;

import io.dovira.events.OfficeId;
import io.dovira.events.Recorded;
import io.dovira.events.cases.CaseClosed;
import io.dovira.events.cases.CaseFact;
import io.dovira.events.cases.CaseOpened;
import io.dovira.events.feedback.SurveyAnswered;
import io.dovira.events.offices.DeskFact;
import io.dovira.events.offices.OfficeFact;
import io.dovira.events.offices.OfficeTerms;
import io.dovira.events.policies.PolicyFact;
import io.dovira.events.queues.QueueObserved;
import io.dovira.events.visits.VisitFact;
import io.dovira.events.visits.VisitorArrived;
import io.dovira.events.waits.WaitRules;
import io.dovira.query.live.Board.DeskNow;
import io.dovira.query.live.Board.QueueNow;
import io.dovira.query.live.Board.Rating;
import io.dovira.query.live.LiveVisit.DayEntry;
import io.dovira.query.platform.Documents;
import io.dovira.query.platform.Documents.Change;
import io.dovira.query.platform.Fold;
import io.dovira.query.platform.Kind;
import io.dovira.query.platform.Office;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.function.BiConsumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** From facts to boards and days. */
final class LiveFold implements Fold {

    static final Kind<Board> BOARDS = new Kind<>("boards", Board.class, 10);
    /** Below the boards, which tell for how long a desk was staffed. */
    static final Kind<Day> DAYS = new Kind<>("days", Day.class, 5);

    static final Kind<LiveVisit> VISITS = new Kind<>("visits", LiveVisit.class, 20);
    static final Kind<LiveCase> CASES = new Kind<>("cases", LiveCase.class, 20);
    static final Kind<Office> OFFICES = new Kind<>("offices", Office.class, 30);
    static final Kind<OfficeTerms> TERMS = new Kind<>("terms", OfficeTerms.class, 30);
    static final Kind<WaitRules> WAIT_RULES = new Kind<>("wait-rules", WaitRules.class, 30);

    /** They are one document. */
    static final String THE_RULES = "all";

    static final String NAME = "live";

    /** Nobody sits at a desk for longer without a break or a visitor; who seems to has forgotten to close it. */
    private static final Duration LONGEST_SESSION = Duration.ofHours(12);

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public int version() {
        return 6;
    }

    @Override
    public Duration gap() {
        return Duration.ofMillis(20);
    }

    @Override
    public void foresee(Recorded<?> recorded, BiConsumer<Kind<?>, String> document) {
        switch (recorded.fact()) {
            case VisitFact fact -> document.accept(VISITS, fact.visit().value());
            case CaseFact fact -> document.accept(CASES, fact.caseId().value());
            default -> {}
        }
    }

    @Override
    public void apply(Recorded<?> recorded, Documents documents) {
        switch (recorded.fact()) {
            case OfficeFact fact -> {
                documents.change(OFFICES, fact.office().value(), office -> Office.evolve(office, fact));
                documents.change(TERMS, fact.office().value(), terms -> OfficeTerms.evolve(terms, recorded, fact));
                onBoard(documents, recorded, fact.office().value(), board -> board);
            }
            case PolicyFact fact -> {
                if (WaitRules.concerns(fact.policy())) {
                    documents.change(WAIT_RULES, THE_RULES, rules -> WaitRules.evolve(rules, recorded, fact));
                }
            }
            case DeskFact fact -> desk(documents, recorded, fact);
            case QueueObserved fact -> {
                QueueNow now =
                        new QueueNow(fact.queue().value(), fact.waiting(), fact.openDesks(), recorded.occurredAt());
                onBoard(documents, recorded, fact.office().value(), board -> board.withQueue(now));
            }
            case SurveyAnswered fact -> answered(documents, recorded, fact);
            case VisitFact fact -> visit(documents, recorded, fact);
            case CaseFact fact -> theCase(documents, recorded, fact);
            default -> {}
        }
    }

    private static void desk(Documents documents, Recorded<?> recorded, DeskFact fact) {
        String office = fact.office().value();
        Instant at = recorded.occurredAt();
        Change<Board> change = onBoard(documents, recorded, office, board -> board.withDesk(fact, at));
        Board before = change.before();
        DeskNow was = before == null || before.equals(change.after())
                ? null
                : before.desk(fact.desk().value());
        if (was != null && was.isStaffed()) {
            staffed(documents, office(documents, office), was, at);
        }
    }

    /** Adds the time that somebody has sat at the desk to each local day on which it passed. */
    private static void staffed(Documents documents, Office office, DeskNow desk, Instant until) {
        Instant from = desk.since();
        Instant last = from.plus(LONGEST_SESSION);
        Instant end = until.isBefore(last) ? until : last;
        while (from.isBefore(end)) {
            LocalDate day = LocalDate.ofInstant(from, office.zone());
            Instant midnight = day.plusDays(1).atStartOfDay(office.zone()).toInstant();
            Instant to = end.isBefore(midnight) ? end : midnight;
            long ms = Duration.between(from, to).toMillis();
            onDay(documents, office.id(), day.toString(), theDay -> theDay.staffed(desk.id(), ms));
            from = to;
        }
    }

    private static void visit(Documents documents, Recorded<?> recorded, VisitFact fact) {
        String id = fact.visit().value();
        Change<LiveVisit> change = documents.change(VISITS, id, before -> {
            OfficeId office;
            if (fact instanceof VisitorArrived arrived) {
                office = arrived.office();
            } else if (before != null) {
                office = before.visit().office();
            } else {
                throw new IllegalStateException("visit " + id + " has not arrived");
            }
            return LiveVisit.evolve(
                    before,
                    recorded,
                    fact,
                    registered(documents.get(TERMS, office.value()), office.value()),
                    Objects.requireNonNullElse(documents.get(WAIT_RULES, THE_RULES), WaitRules.NONE));
        });
        LiveVisit before = change.before();
        LiveVisit after = change.after();
        if (after.equals(before)) {
            return;
        }
        String office = after.visit().office().value();
        onBoard(documents, recorded, office, board -> board.withLeg(id, after.openLeg()));
        DayEntry gone = before == null ? null : before.entry();
        DayEntry come = after.entry();
        if (!come.equals(gone)) {
            onDay(documents, office, after.day(), day -> (gone == null ? day : day.minus(gone)).plus(come));
        }
    }

    private static void theCase(Documents documents, Recorded<?> recorded, CaseFact fact) {
        String id = fact.caseId().value();
        if (fact instanceof CaseOpened opened) {
            documents.change(
                    OFFICES,
                    opened.office().value(),
                    office -> registered(office, opened.office().value())
                            .knowing(opened.service().value(), opened.serviceName()));
        }
        Change<LiveCase> change = documents.change(CASES, id, before -> {
            if (fact instanceof CaseOpened opened) {
                if (before != null) {
                    throw new IllegalStateException("case " + id + " opened twice");
                }
                return new LiveCase(opened.office().value(), false);
            }
            if (before == null) {
                throw new IllegalStateException("case " + id + " was not opened");
            }
            return fact instanceof CaseClosed ? new LiveCase(before.office(), true) : before;
        });
        LiveCase before = change.before();
        LiveCase after = change.after();
        int opened = before == null ? 1 : 0;
        int closed = after.closed() && (before == null || !before.closed()) ? 1 : 0;
        onBoard(documents, recorded, after.office(), board -> board.withCases(opened, closed));
    }

    private static void answered(Documents documents, Recorded<?> recorded, SurveyAnswered fact) {
        String id = fact.office().value();
        Rating rating = new Rating(
                recorded.occurredAt(),
                fact.csat(),
                fact.nps(),
                fact.comment(),
                fact.service() == null ? null : fact.service().value());
        onBoard(documents, recorded, id, board -> board.withRating(rating));
        Office office = office(documents, id);
        String day = LocalDate.ofInstant(recorded.occurredAt(), office.zone()).toString();
        onDay(documents, id, day, theDay -> theDay.rated(fact.csat()));
    }

    private static Change<Board> onBoard(
            Documents documents, Recorded<?> recorded, String office, UnaryOperator<Board> step) {
        registered(documents.get(OFFICES, office), office);
        return documents.change(BOARDS, office, stored -> {
            Board board =
                    stored == null ? Board.empty(office, recorded.meta().origin(), recorded.occurredAt()) : stored;
            return step.apply(board).after(recorded);
        });
    }

    private static void onDay(Documents documents, String office, String day, UnaryOperator<Day> step) {
        documents.change(
                DAYS, Day.key(office, day), stored -> step.apply(stored == null ? Day.empty(office, day) : stored));
    }

    private static Office office(Documents documents, String id) {
        return registered(documents.get(OFFICES, id), id);
    }

    private static <T> T registered(@Nullable T known, String id) {
        if (known == null) {
            throw new IllegalStateException("office " + id + " is not registered");
        }
        return known;
    }
}
