package io.dovira.events.obligations;

import io.dovira.events.appeals.Appeal;
import io.dovira.events.appeals.AppealState;
import io.dovira.events.appeals.Ending;
import io.dovira.events.appeals.InfoRequested;
import io.dovira.events.appeals.Round;
import io.dovira.events.appeals.Term;
import io.dovira.events.catalogue.Facts;
import io.dovira.events.obligations.Standing.ByRule;
import io.dovira.events.obligations.Standing.Status;
import io.dovira.events.obligations.Standing.Told;
import io.dovira.events.policies.KnownPolicies;
import io.dovira.events.policies.Rulebook;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is owed to an applicant: lodged, so a number is due; registered or reopened, so an answer is due. */
final class AppealStandings {
    static final String REGISTRATION = "appeal-registration";
    static final String ANSWER = "appeal-answer";

    private AppealStandings() {}

    static List<Standing> of(Appeal appeal, Rulebook rules) {
        List<Standing> standings = new ArrayList<>();
        standings.add(registration(appeal));
        Round round = appeal.round();
        Term term = round.term();
        if (term != null) {
            standings.add(answer(appeal, round, term, rules));
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
                false,
                registration == null ? null : registration.at());
    }

    private static Standing answer(Appeal appeal, Round round, Term term, Rulebook rules) {
        Ending ending = round.ending();
        boolean paused = appeal.state() == AppealState.INFO_REQUESTED
                && rules.named(term.policy())
                        .filter(policy -> policy.pausedBy().contains(Facts.nameOf(InfoRequested.class)))
                        .isPresent();
        return new Standing(
                ANSWER,
                status(ending),
                round.startedAt(),
                new Told(term.due(), term.policy()),
                paused,
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
