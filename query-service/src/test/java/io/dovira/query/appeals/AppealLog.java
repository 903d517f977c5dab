package io.dovira.query.appeals;

import io.dovira.events.AppealId;
import io.dovira.events.Fact;
import io.dovira.events.Meta;
import io.dovira.events.OfficeId;
import io.dovira.events.OrganisationId;
import io.dovira.events.Origin;
import io.dovira.events.PersonId;
import io.dovira.events.RegionId;
import io.dovira.events.StaffId;
import io.dovira.events.SurveyId;
import io.dovira.events.TimeQuality;
import io.dovira.events.appeals.AcknowledgementSent;
import io.dovira.events.appeals.AnswerOutcome;
import io.dovira.events.appeals.AnswerSent;
import io.dovira.events.appeals.AppealAssigned;
import io.dovira.events.appeals.AppealFact;
import io.dovira.events.appeals.AppealKind;
import io.dovira.events.appeals.AppealLodged;
import io.dovira.events.appeals.AppealRegistered;
import io.dovira.events.appeals.AppealReopened;
import io.dovira.events.appeals.AppealTopic;
import io.dovira.events.appeals.ReceiptCode;
import io.dovira.events.catalogue.Facts;
import io.dovira.events.feedback.SurveyAnswered;
import io.dovira.events.feedback.SurveyChannel;
import io.dovira.events.feedback.SurveyOffered;
import io.dovira.events.offices.OfficeRegistered;
import io.dovira.events.policies.BuiltInPolicies;
import io.dovira.events.policies.KnownPolicies;
import io.dovira.events.policies.PolicyPublished;
import io.dovira.events.visits.Channel;
import io.dovira.eventstore.codec.RecordCodecs;
import io.dovira.eventstore.log.EventLog;
import io.dovira.eventstore.log.NewEvent;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.bson.BsonDocument;
import org.bson.BsonString;
import org.jspecify.annotations.Nullable;

/** Records appeals as command-service does. They come and go relative to {@code now}, because terms are judged by the clock. */
public final class AppealLog {
    private static final ZoneId ZONE = ZoneId.of("Europe/Kyiv");
    private static final String CODES = "ABCDEFGHJKMNPQRSTVWXYZ";

    /** Whole milliseconds, as the log keeps them. */
    public final Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);

    private final EventLog log;
    private int numbers;

    public AppealLog(EventLog log) {
        this.log = log;
    }

    public long policies() {
        for (Fact fact : BuiltInPolicies.facts()) {
            if (fact instanceof PolicyPublished f
                    && f.policy().equals(KnownPolicies.OBLIGATION_DUE_SOON)
                    && log.lastSequence(f.policy().stream()).isEmpty()) {
                record(f.policy().stream(), null, now.minus(Duration.ofDays(400)), f);
            }
        }
        return log.head();
    }

    public void office(String office) {
        OfficeId id = new OfficeId(office);
        record(
                id.stream(),
                office,
                now.minus(Duration.ofDays(400)),
                new OfficeRegistered(
                        id,
                        Map.of("uk", "Відділення " + office, "en", "Office " + office),
                        new OrganisationId("police"),
                        Map.of("en", "Police"),
                        new RegionId("west"),
                        Map.of("en", "West"),
                        ZONE.getId()));
    }

    /** The code of the n-th appeal. */
    public static ReceiptCode code(int n) {
        return new ReceiptCode(String.valueOf(CODES.charAt(n)).repeat(25));
    }

    public long lodged(String id, String office, Instant at, boolean benefit, ReceiptCode code) {
        return happens(
                office,
                at,
                new AppealLodged(
                        new AppealId(id),
                        new OfficeId(office),
                        Channel.POST,
                        null,
                        AppealKind.COMPLAINT,
                        AppealTopic.ROAD_SAFETY,
                        new PersonId("s-secret-" + id),
                        benefit,
                        null,
                        code.digest()));
    }

    public long registered(String id, String office, Instant at, Instant due) {
        return happens(
                office,
                at,
                new AppealRegistered(
                        new AppealId(id),
                        office + "/2026/" + ++numbers,
                        LocalDate.ofInstant(at, ZONE),
                        "appeal-normal@1",
                        due));
    }

    public long assigned(String id, String office, Instant at) {
        return happens(office, at, new AppealAssigned(new AppealId(id), new StaffId("olena")));
    }

    public long acknowledged(String id, String office, Instant at, boolean automatic) {
        return happens(office, at, new AcknowledgementSent(new AppealId(id), automatic));
    }

    public long answered(String id, String office, Instant at) {
        return happens(office, at, new AnswerSent(new AppealId(id), AnswerOutcome.SATISFIED, null));
    }

    public long reopened(String id, String office, Instant at, Instant due) {
        return happens(
                office,
                at,
                new AppealReopened(
                        new AppealId(id), "new evidence", LocalDate.ofInstant(at, ZONE), "appeal-normal@1", due));
    }

    /** The applicant is asked how the appeal was answered. */
    public long asked(String survey, String id, String office, Instant at, Instant expires) {
        SurveyId asked = new SurveyId(survey);
        return record(
                asked.stream(),
                office,
                at,
                new SurveyOffered(
                        asked,
                        new OfficeId(office),
                        null,
                        null,
                        new AppealId(id),
                        SurveyChannel.APPEAL,
                        expires,
                        "feedback-survey-open@1"));
    }

    public long said(String survey, String office, Instant at, int csat) {
        SurveyId asked = new SurveyId(survey);
        return record(
                asked.stream(),
                office,
                at,
                new SurveyAnswered(asked, new OfficeId(office), null, null, csat, null, null, null));
    }

    public long happens(String office, Instant at, AppealFact fact) {
        return record(fact.appeal().stream(), office, at, fact);
    }

    private long record(String stream, @Nullable String office, Instant at, Fact fact) {
        Meta meta = new Meta("p-1", "clerk", "c-1", null, office, TimeQuality.EXACT, Origin.LIVE);
        BsonDocument stored = new BsonDocument();
        meta.asMap().forEach((key, value) -> stored.append(key, new BsonString(value)));
        return log.append(List.of(new NewEvent(
                        UUID.randomUUID().toString(),
                        Facts.nameOf(fact.getClass()),
                        Facts.revisionOf(fact.getClass()),
                        stream,
                        log.lastSequence(stream).orElse(-1) + 1,
                        at,
                        List.of(),
                        RecordCodecs.encode((Record) fact),
                        stored)))
                .lastPosition();
    }
}
