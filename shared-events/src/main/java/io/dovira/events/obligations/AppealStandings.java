package io.dovira.events.obligations;

import io.dovira.events.appeals.Appeal;
import io.dovira.events.appeals.AppealState;
import io.dovira.events.appeals.Ending;
import io.dovira.events.appeals.Round;
import io.dovira.events.appeals.Term;
import io.dovira.events.obligations.Standing.ByRule;
import io.dovira.events.obligations.Standing.Status;
import io.dovira.events.obligations.Standing.Told;
import io.dovira.events.policies.KnownPolicies;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is owed to an applicant: lodged, so a number is due, and a word whose it is: somebody takes it up, or it goes to the body that is competent;
 * registered or reopened, so an answer is due.
 */
final class AppealStandings {
    static final String REGISTRATION = "appeal-registration";
    static final String FORWARDING = "appeal-forward";
    static final String ANSWER = "appeal-answer";

    private AppealStandings() {}

    static List<Standing> of(Appeal appeal) {
        List<Standing> standings = new ArrayList<>();
        standings.add(registration(appeal));
        standings.add(forwarding(appeal));
        Round round = appeal.round();
        Term term = round.term();
        if (term != null) {
            standings.add(answer(round, term));
        }
        return standings;
    }

    private static Standing registration(Appeal appeal) {
        Appeal.Registration registration = appeal.registration();
        Status status = registration != null ? Status.DONE : appeal.state().isOpen() ? Status.OPEN : Status.LAPSED;
        return new Standing(
                REGISTRATION,
                status,
                appeal.receivedAt(),
                new ByRule(KnownPolicies.APPEAL_REGISTRATION),
                null,
                registration == null ? null : registration.at());
    }

    /** Who is competent is not told by any fact, but whoever is put in charge keeps it. Forwarded later all the same, it was forwarded late. */
    private static Standing forwarding(Appeal appeal) {
        Round round = appeal.round();
        Ending ending = round.ending();
        Instant forwardedAt = ending != null && ending.how() == AppealState.FORWARDED ? ending.at() : null;
        boolean undecided = appeal.state().isOpen() && appeal.assignment() == null;
        return new Standing(
                FORWARDING,
                forwardedAt != null ? Status.DONE : undecided ? Status.OPEN : Status.LAPSED,
                round.startedAt(),
                new ByRule(KnownPolicies.APPEAL_FORWARD),
                null,
                forwardedAt);
    }

    private static Standing answer(Round round, Term term) {
        Ending ending = round.ending();
        return new Standing(
                ANSWER,
                status(ending),
                round.startedAt(),
                new Told(term.due(), term.policy()),
                ending == null ? term.pausedAt() : null,
                ending == null ? null : ending.at());
    }

    private static Status status(@Nullable Ending ending) {
        if (ending == null) {
            return Status.OPEN;
        }
        return switch (ending.how()) {
            case ANSWERED, DECLINED -> Status.DONE;
            // Another body owes the answer, or nobody does.
            case FORWARDED, WITHDRAWN -> Status.LAPSED;
            case LODGED, REGISTERED, UNDER_REVIEW, INFO_REQUESTED ->
                throw new IllegalStateException("no round ends " + ending.how());
        };
    }
}
