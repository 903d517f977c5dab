package io.dovira.query.appeals;

import io.dovira.events.Recorded;
import io.dovira.events.appeals.Appeal;
import io.dovira.events.appeals.AppealFact;
import io.dovira.events.appeals.AppealRegistered;
import io.dovira.events.appeals.Ending;
import io.dovira.events.appeals.Round;
import io.dovira.events.appeals.Term;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One appeal, under its id. What it is searched by, and the state that the next fact goes on from.
 *
 * <pre>
 *   order  0 001774990799999 0 a-17    open: by what is due first, whoever the law puts first before the others
 *          1 998225913600000 0 a-04    ended: the last ended first
 * </pre>
 *
 * @param number null until it is registered
 * @param due of the newest round; null until it is registered
 * @param lateAfter when it is late, if nothing happens before; null while there is no term, or its clock stands still in time
 * @param order its place in the list by urgency; no two are equal
 * @param receipt digest of the citizen's code
 * @param survey by which the answer is rated, the newest; null while nobody was asked
 * @param soon one for each round with a term
 * @param entered position of the fact that registered it, or of its lodging until then: what the citizen's receipt proves
 */
record AppealDocument(
        String office,
        String state,
        boolean open,
        @Nullable String number,
        @Nullable Instant due,
        @Nullable Instant lateAfter,
        String order,
        String receipt,
        String origin,
        long entered,
        @Nullable AppealSurvey survey,
        List<Soon> soon,
        Appeal appeal) {
    private static final long LATEST = 999_999_999_999_999L;

    /**
     * When a round is due soon. As for the obligation to answer, by the rule that was known when its term was first told: what is published later for the
     * past does not move it.
     *
     * @param percent of its time left; 0 if no rule names one
     */
    record Soon(int round, int percent) {}

    AppealDocument {
        soon = List.copyOf(soon);
    }

    /** @param soonPercent by the rules that are known, for what began at a moment */
    static AppealDocument after(
            @Nullable AppealDocument before,
            AppealFact fact,
            Recorded<?> recorded,
            ToIntFunction<Instant> soonPercent) {
        Appeal appeal = Appeal.evolve(before == null ? null : before.appeal, fact, recorded.occurredAt());
        Term term = appeal.currentTerm();
        Appeal.Registration registration = appeal.registration();
        return new AppealDocument(
                appeal.office().value(),
                appeal.state().name(),
                appeal.state().isOpen(),
                registration == null ? null : registration.number(),
                term == null ? null : term.due(),
                lateAfter(term),
                order(appeal),
                appeal.receipt().value(),
                before == null ? recorded.meta().origin().name() : before.origin,
                before == null || fact instanceof AppealRegistered ? recorded.position() : before.entered,
                before == null ? null : before.survey,
                soon(before == null ? List.of() : before.soon, appeal, soonPercent),
                appeal);
    }

    /** Whoever lodged it is asked, or has said, how it was answered. */
    AppealDocument with(AppealSurvey newest) {
        return new AppealDocument(
                office, state, open, number, due, lateAfter, order, receipt, origin, entered, newest, soon, appeal);
    }

    /** How a round stands against its term; null while there is none. */
    @Nullable
    TermStatus status(Round round, Instant now) {
        int percent = soon.stream()
                .filter(each -> each.round() == round.number())
                .mapToInt(Soon::percent)
                .findFirst()
                .orElse(0);
        return TermStatus.of(round, percent, now);
    }

    private static List<Soon> soon(List<Soon> known, Appeal appeal, ToIntFunction<Instant> percent) {
        Stream<Soon> more = appeal.rounds().stream()
                .filter(round -> round.term() != null)
                .filter(round -> known.stream().noneMatch(each -> each.round() == round.number()))
                .map(round -> new Soon(round.number(), percent.applyAsInt(round.startedAt())));
        return Stream.concat(known.stream(), more).toList();
    }

    private static @Nullable Instant lateAfter(@Nullable Term term) {
        if (term == null) {
            return null;
        }
        Instant paused = term.pausedAt();
        return paused == null || term.isOverAt(paused) ? term.due() : null;
    }

    /** An appeal without a number is as urgent as one that was due when it came: it waits for being registered. */
    private static String order(Appeal appeal) {
        Term term = appeal.currentTerm();
        Ending ending = appeal.round().ending();
        String rank = ending == null
                ? "0 " + digits((term == null ? appeal.receivedAt() : term.due()).toEpochMilli())
                : "1 " + digits(LATEST - ending.at().toEpochMilli());
        return rank + (appeal.matter().benefitHolder() ? " 0 " : " 1 ") + appeal.id();
    }

    private static String digits(long millis) {
        return String.format(Locale.ROOT, "%015d", Math.clamp(millis, 0, LATEST));
    }
}
