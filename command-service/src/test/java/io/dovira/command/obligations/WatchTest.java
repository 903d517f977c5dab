package io.dovira.command.obligations;

import static org.assertj.core.api.Assertions.assertThat;

import io.dovira.events.AppealId;
import io.dovira.events.CameraId;
import io.dovira.events.Fact;
import io.dovira.events.FootageId;
import io.dovira.events.Meta;
import io.dovira.events.OfficeId;
import io.dovira.events.OrganisationId;
import io.dovira.events.Origin;
import io.dovira.events.Recorded;
import io.dovira.events.RegionId;
import io.dovira.events.StaffId;
import io.dovira.events.TimeQuality;
import io.dovira.events.appeals.AnswerOutcome;
import io.dovira.events.appeals.AnswerSent;
import io.dovira.events.appeals.AppealAssigned;
import io.dovira.events.appeals.AppealKind;
import io.dovira.events.appeals.AppealLodged;
import io.dovira.events.appeals.AppealRegistered;
import io.dovira.events.appeals.AppealReopened;
import io.dovira.events.appeals.AppealTopic;
import io.dovira.events.appeals.InfoReceived;
import io.dovira.events.appeals.InfoRequested;
import io.dovira.events.appeals.ReceiptCode;
import io.dovira.events.clocks.Limit;
import io.dovira.events.footage.AccessPurpose;
import io.dovira.events.footage.CameraArea;
import io.dovira.events.footage.Flaw;
import io.dovira.events.footage.FlawExplained;
import io.dovira.events.footage.FootageAccessed;
import io.dovira.events.footage.FootageFact;
import io.dovira.events.footage.GapCause;
import io.dovira.events.footage.GapDetected;
import io.dovira.events.footage.IntegrityChecked;
import io.dovira.events.footage.IntegrityFinding;
import io.dovira.events.footage.SegmentRecorded;
import io.dovira.events.obligations.Ledger;
import io.dovira.events.obligations.Obligation;
import io.dovira.events.offices.OfficeRegistered;
import io.dovira.events.policies.BuiltInPolicies;
import io.dovira.events.policies.KnownPolicies;
import io.dovira.events.policies.PolicyPublished;
import io.dovira.events.visits.Channel;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class WatchTest {
    private static final Instant START = Instant.parse("2026-03-02T07:00:00Z");
    private static final OfficeId OFFICE = new OfficeId("lviv");
    private static final Map<String, String> NAME = Map.of("en", "A name");
    private static final LeftOut LEFT_OUT = new LeftOut();
    private static final int NOTHING_THAT_CAN_FOLLOW = -1;
    private static final LocalDate DAY = LocalDate.parse("2026-03-02");

    /** Wherever it was stopped, and whatever was recorded since, it knows the same as one that never stopped. */
    @Property(tries = 60)
    void goesOnFromAnyPointAsIfItHadNeverStopped(@ForAll long seed) {
        Log log = new Log(new Random(seed));
        List<Recorded<?>> facts = log.facts;
        int cut = new Random(~seed).nextInt(facts.size());
        Watch before = new Watch(log, LEFT_OUT);
        facts.subList(0, cut).forEach(before::take);
        List<String> subjects = before.subjects();
        Watch steady = new Watch(log, LEFT_OUT);
        facts.forEach(steady::take);

        Watch resumed = Watch.at(cut, subjects, log, LEFT_OUT);
        facts.subList(cut, facts.size()).forEach(resumed::take);

        for (int days = 0; days < 120; days += 5) {
            Instant at = START.plus(Duration.ofDays(days));
            assertThat(resumed.missedAt(at)).as("after %d days", days).isEqualTo(steady.missedAt(at));
        }
        assertThat(resumed.next()).isEqualTo(steady.next());
        assertThat(resumed.subjects()).containsExactlyInAnyOrderElementsOf(steady.subjects());
    }

    /**
     * Some appeals and segments of footage in any state, some of whose duties were missed and told, and a rule that changes in the middle of it. What
     * is told of a segment that is as it should be is not kept, and its story is read again when something is wrong.
     */
    private static final class Log implements Past {
        private final List<Recorded<?>> facts = new ArrayList<>();
        private final Map<String, Long> sequences = new HashMap<>();
        private final Map<String, Integer> steps = new HashMap<>();
        private final Random random;
        private Instant now = START;

        Log(Random random) {
            this.random = random;
            Instant longAgo = Instant.parse("2020-01-01T00:00:00Z");
            tell(
                    OFFICE.stream(),
                    longAgo,
                    new OfficeRegistered(
                            OFFICE,
                            NAME,
                            new OrganisationId("police"),
                            NAME,
                            new RegionId("west"),
                            NAME,
                            "Europe/Kyiv"));
            BuiltInPolicies.facts().forEach(rule -> tell("policies", longAgo, rule));
            Watch watch = new Watch(this, LEFT_OUT);
            facts.forEach(watch::take);
            while (sequences.size() < 12
                    || steps.values().stream().mapToInt(step -> step).sum() < 60) {
                int from = facts.size();
                next(watch);
                facts.subList(from, facts.size()).forEach(watch::take);
            }
        }

        private void next(Watch watch) {
            now = now.plus(Duration.ofHours(random.nextInt(60)));
            if (random.nextInt(30) == 0) {
                tell("policies", now, anotherRegistration());
            } else if (random.nextInt(3) == 0 && !watch.missedAt(now).isEmpty()) {
                Obligation missed = watch.missedAt(now).getFirst();
                tell(missed.id().stream(), missed.due().plusMillis(1), missed.breach());
            } else if (random.nextInt(3) == 0) {
                FootageId footage = new FootageId("f" + random.nextInt(5));
                boolean first = steps.merge(footage.value(), 1, Integer::sum) == 1;
                tell(footage.stream(), now, first ? segment(footage) : flaw(footage));
            } else {
                AppealId appeal = new AppealId("a" + random.nextInt(14));
                int step = steps.merge(appeal.value(), 1, Integer::sum) - 1;
                tell(appeal.stream(), now, fact(appeal, step));
            }
        }

        private Fact fact(AppealId id, int step) {
            return switch (step) {
                case 0 -> lodging(id);
                case 1 -> new AppealRegistered(id, "lviv/2026/" + id, DAY, "appeal-normal@1", later());
                case 2 -> new AppealAssigned(id, new StaffId("olena"));
                default ->
                    switch (random.nextInt(60) == 0 ? NOTHING_THAT_CAN_FOLLOW : step % 4) {
                        case NOTHING_THAT_CAN_FOLLOW -> lodging(id);
                        case 3 -> new InfoRequested(id, random.nextBoolean() ? "appeal-normal@1" : null);
                        case 0 -> new InfoReceived(id, null, later());
                        case 1 -> new AnswerSent(id, AnswerOutcome.EXPLAINED, null);
                        default -> new AppealReopened(id, "new evidence", DAY, "appeal-normal@1", later());
                    };
            };
        }

        private static SegmentRecorded segment(FootageId id) {
            return new SegmentRecorded(
                    id,
                    new CameraId("c1"),
                    OFFICE,
                    "hall",
                    CameraArea.CUSTODY,
                    START,
                    START.plusSeconds(900),
                    "custody");
        }

        private FootageFact flaw(FootageId id) {
            String sha256 = (random.nextBoolean() ? "ab" : "cd").repeat(32);
            return switch (random.nextInt(7)) {
                case 0 -> new GapDetected(id, START, START.plusSeconds(9), GapCause.UNKNOWN);
                case 1, 2 -> new IntegrityChecked(id, sha256, false, IntegrityFinding.MISSING, null);
                case 3, 4 -> new IntegrityChecked(id, sha256, true, IntegrityFinding.MATCHES, null);
                case 5 -> new FlawExplained(id, random.nextBoolean() ? Flaw.GAP : Flaw.INTEGRITY, "x");
                default -> new FootageAccessed(id, "p-1", AccessPurpose.COURT, null, sha256);
            };
        }

        private AppealLodged lodging(AppealId id) {
            return new AppealLodged(
                    id,
                    OFFICE,
                    Channel.POST,
                    null,
                    AppealKind.PROPOSAL,
                    AppealTopic.OTHER,
                    null,
                    false,
                    null,
                    ReceiptCode.draw(random).digest());
        }

        private Instant later() {
            return now.plus(Duration.ofHours(1 + random.nextInt(400)));
        }

        private PolicyPublished anotherRegistration() {
            int version = steps.merge("versions", 1, Integer::sum) + 1;
            return new PolicyPublished(
                    KnownPolicies.APPEAL_REGISTRATION,
                    version,
                    NAME,
                    Limit.days(1 + random.nextInt(5)),
                    null,
                    null,
                    List.of(),
                    NAME,
                    now,
                    null,
                    false,
                    null);
        }

        private void tell(String stream, Instant at, Fact fact) {
            long sequence = sequences.merge(stream, 1L, Long::sum) - 1;
            Meta meta = new Meta("p-1", "clerk", "c-1", null, OFFICE.value(), TimeQuality.EXACT, Origin.LIVE);
            facts.add(new Recorded<>(facts.size() + 1L, "e" + facts.size(), stream, sequence, at, at, meta, fact));
        }

        @Override
        public List<Recorded<?>> rules(long upTo) {
            return told(upTo).stream()
                    .filter(recorded -> Ledger.isOfRules(recorded.fact().getClass()))
                    .toList();
        }

        @Override
        public List<Recorded<?>> story(String stream, long upTo) {
            return told(upTo).stream()
                    .filter(recorded -> recorded.stream().equals(stream))
                    .toList();
        }

        private List<Recorded<?>> told(long upTo) {
            return List.copyOf(facts.subList(0, (int) Math.min(upTo, facts.size())));
        }
    }
}
