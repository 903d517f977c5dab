package io.dovira.events.appeals;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One consideration of an appeal.
 *
 * @param number from 1
 * @param startedAt receipt, or reopening
 * @param term null until the appeal is registered
 * @param respondedAt first outbound message of a person in this round
 * @param ending null while it is open
 */
public record Round(
        int number,
        Instant startedAt,
        @Nullable Term term,
        @Nullable Instant respondedAt,
        @Nullable Ending ending) {

    /** From the start of this round to its own first response; empty while there is none. */
    public Optional<Duration> firstResponse() {
        return Optional.ofNullable(respondedAt).map(at -> Duration.between(startedAt, at));
    }

    Round with(@Nullable Term newTerm) {
        return new Round(number, startedAt, newTerm, respondedAt, ending);
    }

    /** Of several the earliest: that the applicant was told of an extension may be recorded after what followed. */
    Round responded(Instant at) {
        return respondedAt == null || at.isBefore(respondedAt) ? new Round(number, startedAt, term, at, ending) : this;
    }

    Round ended(Ending how) {
        return new Round(number, startedAt, term, respondedAt, how);
    }

    Round startedAt(Instant at, @Nullable Term newTerm) {
        return new Round(number, at, newTerm, respondedAt, ending);
    }

    Round answered(Ending corrected) {
        boolean first = ending != null && ending.at().equals(respondedAt);
        return new Round(number, startedAt, term, first ? corrected.at() : respondedAt, corrected);
    }
}
