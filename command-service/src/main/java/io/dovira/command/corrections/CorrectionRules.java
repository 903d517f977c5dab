package io.dovira.command.corrections;

import io.dovira.command.platform.Decision;
import io.dovira.events.clocks.Limit;
import io.dovira.events.corrections.Corrections;
import io.dovira.events.corrections.Proposal;
import io.dovira.events.policies.Policy;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** The steps of a correction that are the same whatever is corrected. Pure. */
public final class CorrectionRules {
    private CorrectionRules() {}

    /**
     * Refused unless it names an event of the stream and can be read.
     *
     * @param of what is corrected, for the words of a refusal: {@code visit v1}
     * @param canonical the one text form of a value of the field; throws at what is none
     * @param then decides on what was and what should be
     */
    public static Decision read(
            String of,
            Set<String> eventIds,
            Correction correction,
            UnaryOperator<String> canonical,
            BiFunction<String, String, Decision> then) {
        if (!eventIds.contains(correction.ofEvent())) {
            return Decision.refuse(
                    CorrectionReason.EVENT_UNKNOWN, "Event " + correction.ofEvent() + " is not one of " + of + ".");
        }
        String was;
        String is;
        try {
            was = canonical.apply(correction.was());
            is = canonical.apply(correction.is());
        } catch (IllegalArgumentException | DateTimeException e) {
            return Decision.refuse(
                    CorrectionReason.VALUE_UNREADABLE, correction.field() + " cannot be read: " + e.getMessage() + ".");
        }
        return then.apply(was, is);
    }

    /** Refused where the field says something else than what the corrector has seen, or what it should say already. */
    public static Optional<Decision> unseen(Enum<?> field, String was, String is, String now) {
        if (!was.equals(now)) {
            return Optional.of(differs(field, was, now));
        }
        return is.equals(now) ? Optional.of(unchanged(field, now)) : Optional.empty();
    }

    public static Decision differs(Enum<?> field, String was, String now) {
        return Decision.refuse(CorrectionReason.WAS_DIFFERS, field + " says " + said(now) + ", not " + said(was) + ".");
    }

    public static Decision unchanged(Enum<?> field, String now) {
        return Decision.refuse(CorrectionReason.NOTHING_CHANGED, field + " says " + said(now) + " already.");
    }

    private static String said(String value) {
        return value.isEmpty() ? "nothing" : value;
    }

    /**
     * Whether a second person is needed by a policy that says by how much a time may move without one. Anything that is no time needs one, and so does every
     * time where the policy counts in something else than seconds.
     */
    public static boolean isWeighty(Policy policy, boolean isTime, String was, String is) {
        if (!isTime) {
            return true;
        }
        Limit limit = policy.requireLimit();
        return switch (limit.unit()) {
            case SECONDS, IMMEDIATELY ->
                Duration.between(Instant.parse(was), Instant.parse(is))
                                .abs()
                                .compareTo(Duration.ofSeconds(limit.amount()))
                        > 0;
            case DAYS, MONTHS, WORKING_SECONDS, WORKING_DAYS -> true;
        };
    }

    /**
     * Refused unless it waits, and somebody else decides than who proposed it.
     *
     * @param actor who is signed in; never a name in a request
     */
    public static Decision signed(
            String of, Corrections corrections, int number, String actor, Function<Proposal, Decision> decision) {
        Proposal proposal = corrections.waiting(number).orElse(null);
        if (proposal == null) {
            return Decision.refuse(
                    CorrectionReason.CORRECTION_UNKNOWN, "No correction " + number + " of " + of + " waits.");
        }
        return proposal.proposedBy().equals(actor)
                ? Decision.refuse(
                        CorrectionReason.SECOND_PERSON_NEEDED, "Whoever proposed the correction cannot decide on it.")
                : decision.apply(proposal);
    }
}
