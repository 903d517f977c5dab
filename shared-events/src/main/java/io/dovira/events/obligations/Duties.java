package io.dovira.events.obligations;

import io.dovira.events.ObligationId;
import io.dovira.events.appeals.Appeal;
import io.dovira.events.custody.Custody;
import io.dovira.events.footage.Flaws;
import io.dovira.events.obligations.Standing.ByRule;
import io.dovira.events.obligations.Standing.Limited;
import io.dovira.events.obligations.Standing.Status;
import io.dovira.events.policies.Due;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The duties of one subject: for each rule the newest obligation, open or closed. A closed one stays until the rule opens the next, so that a
 * correction still finds it.
 *
 * @param subject stream of whom or what they are owed to
 * @param office that owes them
 * @param newest at most one for each rule, in the order of the rules' names
 */
public record Duties(String subject, @Nullable String office, List<Obligation> newest) {
    public Duties {
        newest = newest.stream().sorted(Comparator.comparing(Obligation::rule)).toList();
    }

    /**
     * The duties towards a person in custody after a fact of the record.
     *
     * @param before null before the first fact
     * @param custody the record with the fact
     * @param at when the fact happened
     */
    public static Duties after(@Nullable Duties before, Custody custody, Instant at, Clockwork clockwork) {
        return after(
                before, custody.id().stream(), custody.office().value(), CustodyStandings.of(custody), at, clockwork);
    }

    /** As for a record of custody: the duties towards an applicant after a fact of the appeal. */
    public static Duties after(@Nullable Duties before, Appeal appeal, Instant at, Clockwork clockwork) {
        return after(before, appeal.id().stream(), appeal.office().value(), AppealStandings.of(appeal), at, clockwork);
    }

    /**
     * As for a record of custody: what the flaws of a segment of footage oblige its office to.
     *
     * @param stream of the segment
     */
    public static Duties after(
            @Nullable Duties before,
            String stream,
            @Nullable String office,
            Flaws flaws,
            Instant at,
            Clockwork clockwork) {
        return after(before, stream, office, FootageStandings.of(flaws), at, clockwork);
    }

    /** @param standings every duty, as the state of the subject tells it after the fact */
    static Duties after(
            @Nullable Duties before,
            String subject,
            @Nullable String office,
            List<Standing> standings,
            Instant at,
            Clockwork clockwork) {
        Duties duties = before == null ? new Duties(subject, office, List.of()) : before;
        List<Obligation> next = new ArrayList<>(duties.newest);
        for (Standing standing : standings) {
            Obligation known = duties.of(standing.rule()).orElse(null);
            Obligation after = known == null || isNext(known, standing)
                    ? duties.opened(known == null ? 0 : known.number() + 1, standing, clockwork)
                    : followed(known, standing, at, clockwork);
            if (after != null) {
                next.removeIf(other -> other.rule().equals(standing.rule()));
                next.add(after);
            }
        }
        next.replaceAll(each -> each.isOpen() && isGone(each, standings) ? each.lapsed(at) : each);
        return new Duties(subject, duties.office, next);
    }

    /** The subject does not know the duty any more: a correction says that it never arose. */
    private static boolean isGone(Obligation known, List<Standing> standings) {
        return standings.stream().noneMatch(standing -> standing.rule().equals(known.rule()));
    }

    /** The breach is a fact now. */
    public Duties recorded(ObligationBreached breach) {
        return new Duties(
                subject,
                office,
                newest.stream()
                        .map(each -> each.id().equals(breach.obligation()) ? each.recorded() : each)
                        .toList());
    }

    public Optional<Obligation> of(String rule) {
        return newest.stream().filter(each -> each.rule().equals(rule)).findFirst();
    }

    public boolean hasOpen() {
        return newest.stream().anyMatch(Obligation::isOpen);
    }

    /** Those that are not as they were before. */
    public List<Obligation> changedSince(@Nullable Duties before) {
        return newest.stream()
                .filter(each -> before == null || !before.newest.contains(each))
                .toList();
    }

    /** The rule has a clock again after it was met or fell away, or it turns out that it did not. */
    private static boolean isNext(Obligation known, Standing standing) {
        return !known.isOpen() && standing.status() == Status.OPEN && standing.limit() != null;
    }

    private @Nullable Obligation opened(int number, Standing standing, Clockwork clockwork) {
        Limited limit = standing.limit();
        // What fell away at once nobody had the time to owe.
        Due due = limit == null || standing.status() == Status.LAPSED
                ? null
                : clockwork.due(limit, standing.from()).orElse(null);
        if (due == null) {
            return null;
        }
        Obligation opened = Obligation.opened(
                ObligationId.of(subject, standing.rule(), number),
                number,
                subject,
                office,
                standing.rule(),
                standing.from(),
                due,
                clockwork);
        return standing.status() == Status.DONE
                ? opened.met(Objects.requireNonNullElse(standing.doneAt(), standing.from()))
                : opened;
    }

    private static Obligation followed(Obligation known, Standing standing, Instant at, Clockwork clockwork) {
        return switch (standing.status()) {
            case OPEN -> known.isOpen() ? open(known, standing, at, clockwork) : known;
            case DONE -> {
                Instant doneAt = Objects.requireNonNullElse(standing.doneAt(), at);
                Obligation moved = moved(known, standing, at, clockwork);
                yield doneAt.equals(moved.closedAt()) ? moved : moved.met(doneAt);
            }
            case LAPSED -> known.isOpen() || isUndone(known, standing) ? known.lapsed(at) : known;
        };
    }

    /** It was met, and it turns out that nobody owed it by then. */
    private static boolean isUndone(Obligation known, Standing standing) {
        return known.outcome() != Outcome.LAPSED && known.from().equals(standing.from());
    }

    private static Obligation open(Obligation known, Standing standing, Instant at, Clockwork clockwork) {
        Instant doneAt = standing.doneAt();
        if (standing.limit() == null && doneAt != null && !doneAt.isBefore(known.from())) {
            // What comes again was done; its next clock has not started yet.
            return known.met(doneAt);
        }
        return moved(known, standing, at, clockwork);
    }

    /** The same duty by another clock: stopped, set going, extended, shortened, or corrected. */
    private static Obligation moved(Obligation known, Standing standing, Instant at, Clockwork clockwork) {
        Limited limit = standing.limit();
        if (limit == null) {
            return known;
        }
        boolean restarted = !standing.from().equals(known.from());
        // A rule is asked once, when the clock starts: what is published later does not move it.
        Due due = limit instanceof ByRule && !restarted
                ? new Due(known.policy(), known.told())
                : clockwork.due(limit, standing.from()).orElse(new Due(known.policy(), known.told()));
        Instant pausedAt = standing.pausedAt();
        if (restarted) {
            Obligation again = known.restarted(standing.from(), due);
            return pausedAt == null ? again : again.stopped(pausedAt);
        }
        if (!due.at().equals(known.told()) || !due.policy().equals(known.policy())) {
            return known.told(at, due, pausedAt == null);
        }
        if (pausedAt != null) {
            return known.stopped(pausedAt);
        }
        return known.running() ? known : known.resumed(at, clockwork);
    }
}
