package io.dovira.command.footage;

import static org.assertj.core.api.Assertions.assertThat;

import io.dovira.command.platform.Decision;
import io.dovira.command.platform.Moment;
import io.dovira.events.CameraId;
import io.dovira.events.Fact;
import io.dovira.events.FootageId;
import io.dovira.events.footage.AccessPurpose;
import io.dovira.events.footage.Camera;
import io.dovira.events.footage.CameraArea;
import io.dovira.events.footage.CameraInstalled;
import io.dovira.events.footage.ExportRecipient;
import io.dovira.events.footage.Flaw;
import io.dovira.events.footage.FlawExplained;
import io.dovira.events.footage.Footage;
import io.dovira.events.footage.FootageAccessed;
import io.dovira.events.footage.FootageExported;
import io.dovira.events.footage.FootageFact;
import io.dovira.events.footage.FootageState;
import io.dovira.events.footage.GapCause;
import io.dovira.events.footage.HoldGround;
import io.dovira.events.footage.IntegrityFinding;
import io.dovira.events.footage.LinkTarget;
import io.dovira.events.policies.BuiltInPolicies;
import io.dovira.events.policies.PolicyBook;
import io.dovira.eventstore.codec.RecordCodecs;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.RandomDistribution;
import net.jqwik.api.statistics.Statistics;
import org.jspecify.annotations.Nullable;

/** Whatever is asked of a segment, in any order and at any time, what is recorded is possible. */
class FootageStateMachineTest {
    private static final FootageId ID = new FootageId("f1");
    private static final CameraId CAMERA = new CameraId("c1");
    private static final List<String> HASHES = List.of("ab".repeat(32), "cd".repeat(32), "ef".repeat(32));
    private static final List<IntegrityFinding> FINDINGS =
            List.of(IntegrityFinding.MATCHES, IntegrityFinding.CHANGED, IntegrityFinding.MISSING);
    private static final Instant NINE = Instant.parse("2026-03-02T07:00:00Z");
    private static final PolicyBook BOOK = BuiltInPolicies.book();
    private static final Camera EYE = Camera.evolve(
            null,
            new CameraInstalled(CAMERA, FakeSurroundings.LVIV, "cell 2", CameraArea.CUSTODY, "standard"),
            NINE.minusSeconds(9));

    /** Written down from the drawing of the life of a segment, not from the decider; to stay is always possible. */
    private static final Map<FootageState, Set<FootageState>> NEXT = new EnumMap<>(Map.of(
            FootageState.RECORDING, EnumSet.of(FootageState.AVAILABLE, FootageState.HELD),
            FootageState.AVAILABLE, EnumSet.of(FootageState.HELD, FootageState.EXPIRED),
            FootageState.HELD, EnumSet.of(FootageState.AVAILABLE),
            FootageState.EXPIRED, EnumSet.of(FootageState.PURGED),
            FootageState.PURGED, EnumSet.noneOf(FootageState.class)));

    enum Kind {
        RECORD,
        INGEST,
        GAP,
        EXPLAIN,
        LINK,
        ACCESS,
        COPY,
        EXPORT,
        HOLD,
        RELEASE,
        CHECK,
        EXPIRE,
        PURGE
    }

    record Step(Kind kind, int pick, int hours) {}

    @Property(tries = 500)
    void neverRecordsWhatIsImpossible(@ForAll("steps") List<Step> steps) {
        @Nullable Footage footage = null;
        List<FootageFact> story = new ArrayList<>();
        List<Instant> times = new ArrayList<>();
        Instant now = NINE.plus(Duration.ofMinutes(20));
        for (Step step : steps) {
            now = now.plus(Duration.ofHours(step.hours()));
            FootagePremises.Shown shown =
                    step.pick() == 2 ? null : new FootagePremises.Shown(NINE, step.pick() == 1 ? NINE : null, true);
            FootagePremises premises = new FootagePremises(Moment.now(now), EYE, ZoneId.of("Europe/Kyiv"), shown, BOOK);
            Decision decision = FootageDecider.decide(footage, command(step), premises);
            if (!(decision instanceof Decision.Accepted yes)) {
                continue;
            }
            for (Fact fact : yes.facts()) {
                Footage before = footage;
                FootageFact stored = stored((FootageFact) fact);
                footage = Footage.evolve(before, stored, now);
                story.add(stored);
                times.add(now);
                movesAsDrawn(before, footage);
                holdsTogether(before, stored, now);
            }
        }
        assertThat(replayed(story, times)).isEqualTo(footage);
        reachesEverything(footage, story);
    }

    private static void movesAsDrawn(@Nullable Footage before, Footage after) {
        if (before == null) {
            assertThat(after.state()).isEqualTo(FootageState.RECORDING);
        } else if (before.state() != after.state()) {
            assertThat(NEXT.get(before.state())).contains(after.state());
        }
    }

    /** Nobody watches what is not there or not kept; nothing ends that is held, or whose time has not come. */
    private static void holdsTogether(@Nullable Footage before, FootageFact fact, Instant now) {
        if (before == null) {
            return;
        }
        if (fact instanceof FootageAccessed || fact instanceof FootageExported) {
            assertThat(before.state()).isIn(FootageState.AVAILABLE, FootageState.HELD);
        }
        if (fact instanceof FlawExplained f) {
            assertThat(before.flaws().open()).contains(f.flaw());
        }
        Footage after = Footage.evolve(before, fact, now);
        if (!after.flaws().broken().isEmpty()) {
            assertThat(after.isBroken()).isTrue();
            assertThat(after.flaws().open()).contains(Flaw.INTEGRITY);
        }
        if (!before.expired() && after.expired()) {
            assertThat(before.holds()).isEmpty();
            assertThat(before.keepUntil()).isBefore(now);
        }
        if (before.ingested() != null) {
            assertThat(after.ingested()).isEqualTo(before.ingested());
            assertThat(after.files().getFirst().sha256())
                    .isEqualTo(before.files().getFirst().sha256());
        }
        assertThat(after.files().stream().map(file -> file.sha256())).doesNotHaveDuplicates();
    }

    private static FootageCommand command(Step step) {
        String hash = HASHES.get(step.pick());
        return switch (step.kind()) {
            case RECORD -> new RecordSegment(ID, CAMERA, NINE, NINE.plusSeconds(900), null);
            case INGEST -> new IngestSegment(ID, hash, 9, "video/mp4", null, "file");
            case GAP -> new ReportGap(ID, NINE.plusSeconds(step.pick()), NINE.plusSeconds(9), GapCause.UNKNOWN);
            case EXPLAIN -> new ExplainFlaw(ID, step.pick() == 0 ? Flaw.INTEGRITY : Flaw.GAP, "the disk");
            case LINK -> new LinkFootage(ID, LinkTarget.VISIT, "v1", null, NINE.plusSeconds(step.pick() * 600L));
            case ACCESS -> new AccessFootage(ID, "p-1", AccessPurpose.COURT, null, hash);
            case COPY -> new AddRedactedCopy(ID, hash, 9, "video/mp4", "copy");
            case EXPORT -> new ExportFootage(ID, "p-1", ExportRecipient.COURT, null, step.pick() == 0 ? null : hash);
            case HOLD -> new PlaceHold(ID, "h" + step.pick(), HoldGround.COMPLAINT, null);
            case RELEASE -> new ReleaseHold(ID, "h" + step.pick(), "over");
            case CHECK ->
                new ReportIntegrity(ID, List.of(new ReportIntegrity.Checked(hash, FINDINGS.get(step.pick()), null)));
            case EXPIRE -> new ExpireRetention(ID);
            case PURGE -> new PurgeFootage(ID);
        };
    }

    private static Footage replayed(List<FootageFact> story, List<Instant> times) {
        @Nullable Footage footage = null;
        for (int i = 0; i < story.size(); i++) {
            footage = Footage.evolve(footage, story.get(i), times.get(i));
        }
        return Objects.requireNonNull(footage);
    }

    private static FootageFact stored(FootageFact fact) {
        return RecordCodecs.decode(RecordCodecs.encode((Record) (Fact) fact), fact.getClass());
    }

    /** A property that never gets anywhere proves nothing. */
    private static void reachesEverything(@Nullable Footage footage, List<FootageFact> story) {
        Statistics.label("end").collect(Objects.requireNonNull(footage).state());
        story.forEach(fact -> Statistics.label("fact").collect(fact.getClass().getSimpleName()));
        Statistics.label("end").coverage(coverage -> {
            for (FootageState state : FootageState.values()) {
                coverage.check(state).count(count -> count > 5);
            }
        });
        Statistics.label("fact").coverage(coverage -> {
            for (Class<?> fact : FootageFact.class.getPermittedSubclasses()) {
                coverage.check(fact.getSimpleName()).count(count -> count > 10);
            }
        });
    }

    @Provide
    Arbitrary<List<Step>> steps() {
        Arbitrary<Step> any = Combinators.combine(
                        Arbitraries.of(Kind.values()),
                        Arbitraries.integers().between(0, 2).withDistribution(RandomDistribution.uniform()),
                        Arbitraries.of(0, 0, 0, 1, 24, 400))
                .as(Step::new);
        return any.list()
                .ofMinSize(2)
                .ofMaxSize(60)
                .withSizeDistribution(RandomDistribution.uniform())
                .map(steps -> {
                    List<Step> all = new ArrayList<>(List.of(new Step(Kind.RECORD, 0, 0)));
                    all.addAll(steps);
                    return all;
                });
    }
}
