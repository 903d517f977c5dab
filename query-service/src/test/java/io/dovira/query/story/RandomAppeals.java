package io.dovira.query.story;

import io.dovira.events.AppealId;
import io.dovira.events.OfficeId;
import io.dovira.events.OrganisationId;
import io.dovira.events.PersonId;
import io.dovira.events.StaffId;
import io.dovira.events.SurveyId;
import io.dovira.events.appeals.AcknowledgementSent;
import io.dovira.events.appeals.AnswerOutcome;
import io.dovira.events.appeals.AnswerSent;
import io.dovira.events.appeals.Appeal;
import io.dovira.events.appeals.AppealAssigned;
import io.dovira.events.appeals.AppealCorrected;
import io.dovira.events.appeals.AppealCorrectionProposed;
import io.dovira.events.appeals.AppealCorrectionRejected;
import io.dovira.events.appeals.AppealDeclined;
import io.dovira.events.appeals.AppealFact;
import io.dovira.events.appeals.AppealField;
import io.dovira.events.appeals.AppealForwarded;
import io.dovira.events.appeals.AppealKind;
import io.dovira.events.appeals.AppealLodged;
import io.dovira.events.appeals.AppealRegistered;
import io.dovira.events.appeals.AppealReopened;
import io.dovira.events.appeals.AppealState;
import io.dovira.events.appeals.AppealTopic;
import io.dovira.events.appeals.AppealWithdrawn;
import io.dovira.events.appeals.DeclineGround;
import io.dovira.events.appeals.InfoReceived;
import io.dovira.events.appeals.InfoRequested;
import io.dovira.events.appeals.ReceiptCode;
import io.dovira.events.appeals.Term;
import io.dovira.events.appeals.TermExtended;
import io.dovira.events.corrections.Proposal;
import io.dovira.events.feedback.SurveyAnswered;
import io.dovira.events.feedback.SurveyChannel;
import io.dovira.events.feedback.SurveyOffered;
import io.dovira.events.visits.Channel;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;

/** Appeals that come in and go on, one fact at a time. */
final class RandomAppeals {
    private static final StaffId STAFF = new StaffId("olena");

    private static final List<String> OFFICES = List.of("lviv", "kyiv", "york");

    private final Random random;
    private final Story story;
    private final List<Appeal> appeals = new ArrayList<>();
    private final Map<AppealId, SurveyId> surveys = new HashMap<>();
    private int offered;

    RandomAppeals(long seed, Story story) {
        this.random = new Random(seed);
        this.story = story;
    }

    /** Nothing as often as not; else a new appeal, or one more fact of one that is there. */
    void goOn(Instant now) {
        if (random.nextBoolean()) {
            return;
        }
        if (appeals.isEmpty() || random.nextInt(5) < 2) {
            AppealLodged lodged = new AppealLodged(
                    new AppealId("a" + appeals.size()),
                    new OfficeId(OFFICES.get(random.nextInt(OFFICES.size()))),
                    random.nextBoolean() ? Channel.POST : Channel.ONLINE,
                    null,
                    AppealKind.COMPLAINT,
                    AppealTopic.ROAD_SAFETY,
                    random.nextInt(4) == 0 ? null : new PersonId("s-" + appeals.size()),
                    random.nextInt(4) == 0,
                    null,
                    ReceiptCode.draw(random).digest());
            story.happens(now, lodged);
            appeals.add(Appeal.evolve(null, lodged, now));
            return;
        }
        int index = random.nextInt(appeals.size());
        Appeal appeal = appeals.get(index);
        if (appeal.state() == AppealState.ANSWERED && random.nextInt(3) == 0) {
            survey(appeal, now);
            return;
        }
        AppealFact fact = switch (random.nextInt(24)) {
            case 0, 1 -> received(appeal, now);
            case 2 -> proposed(appeal);
            case 3 -> decided(appeal, now);
            default -> next(appeal, now);
        };
        story.happens(now, fact);
        appeals.set(index, Appeal.evolve(appeal, fact, now));
    }

    /** The applicant is asked how it was answered, or says so. */
    private void survey(Appeal appeal, Instant now) {
        SurveyId waiting = surveys.remove(appeal.id());
        if (waiting != null) {
            story.happens(
                    now,
                    new SurveyAnswered(waiting, appeal.office(), null, null, 1 + random.nextInt(5), null, null, null));
            return;
        }
        SurveyId asked = new SurveyId("of-" + appeal.id() + "-" + ++offered);
        surveys.put(appeal.id(), asked);
        story.happens(
                now,
                new SurveyOffered(
                        asked, appeal.office(), null, null, appeal.id(), SurveyChannel.APPEAL, soon(now), null));
    }

    private AppealFact next(Appeal appeal, Instant now) {
        AppealId id = appeal.id();
        int dice = random.nextInt(8);
        return switch (appeal.state()) {
            case LODGED ->
                dice == 0
                        ? new AcknowledgementSent(id, random.nextBoolean())
                        : dice == 1
                                ? new AppealWithdrawn(id)
                                : new AppealRegistered(id, "number-of-" + id, day(now), "appeal-normal@1", soon(now));
            case REGISTERED ->
                dice == 0
                        ? new AppealDeclined(id, DeclineGround.REPEAT, null)
                        : dice == 1
                                ? new AppealForwarded(id, new OrganisationId("council"), "appeal-forward@1", soon(now))
                                : new AppealAssigned(id, STAFF);
            case UNDER_REVIEW ->
                dice < 3
                        ? new InfoRequested(id, random.nextBoolean() ? "appeal-normal@1" : null)
                        : dice == 3
                                ? new TermExtended(id, soon(now), "appeal-extended@1", "expert opinion", now)
                                : new AnswerSent(id, AnswerOutcome.EXPLAINED, null);
            case INFO_REQUESTED -> replied(appeal, now);
            case ANSWERED -> new AppealReopened(id, "new evidence", day(now), "appeal-simple@1", soon(now));
            case FORWARDED, DECLINED, WITHDRAWN -> received(appeal, now);
        };
    }

    private static AppealFact proposed(Appeal appeal) {
        return new AppealCorrectionProposed(
                appeal.id(),
                appeal.corrections().proposed() + 1,
                "event-1",
                AppealField.TOPIC,
                appeal.text(AppealField.TOPIC),
                "CRIME",
                "read again",
                "olena");
    }

    /** A second person decides on what waits longest. */
    private AppealFact decided(Appeal appeal, Instant now) {
        if (appeal.corrections().waiting().isEmpty()) {
            return received(appeal, now);
        }
        Proposal waiting = appeal.corrections().waiting().getFirst();
        return random.nextBoolean()
                ? new AppealCorrectionRejected(appeal.id(), waiting.number(), "it is not so")
                : new AppealCorrected(
                        appeal.id(),
                        waiting.ofEventId(),
                        AppealField.valueOf(waiting.field()),
                        waiting.was(),
                        waiting.is(),
                        waiting.reason(),
                        waiting.number(),
                        "petro",
                        null,
                        null,
                        null);
    }

    private InfoReceived replied(Appeal appeal, Instant now) {
        Term term = Objects.requireNonNull(appeal.currentTerm());
        return new InfoReceived(appeal.id(), null, term.pausedAt() == null ? null : soon(now));
    }

    private AppealFact received(Appeal appeal, Instant now) {
        Instant is = appeal.receivedAt().minusSeconds(random.nextInt(4000));
        boolean registered = appeal.rounds().getFirst().term() != null;
        return new AppealCorrected(
                appeal.id(),
                "event-1",
                AppealField.RECEIVED_AT,
                appeal.receivedAt().toString(),
                is.toString(),
                "the postmark",
                null,
                null,
                registered ? day(is) : null,
                registered ? "appeal-normal@1" : null,
                registered ? soon(now) : null);
    }

    private Instant soon(Instant now) {
        return now.plus(Duration.ofMinutes(random.nextInt(600)));
    }

    private static LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, ZoneOffset.UTC);
    }
}
