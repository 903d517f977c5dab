package io.dovira.command.community;

import static io.dovira.command.community.FakeSurroundings.BAR;
import static io.dovira.command.community.FakeSurroundings.EAST;
import static io.dovira.command.community.FakeSurroundings.NAME;
import static io.dovira.command.community.FakeSurroundings.NINE;
import static io.dovira.command.community.FakeSurroundings.REGION;
import static io.dovira.command.community.FakeSurroundings.TURKA;
import static io.dovira.command.community.FakeSurroundings.WEST;
import static org.assertj.core.api.Assertions.assertThat;

import io.dovira.command.platform.Decision;
import io.dovira.command.platform.Lateness;
import io.dovira.command.platform.Moment;
import io.dovira.command.platform.PlatformReason;
import io.dovira.command.platform.Reason;
import io.dovira.events.OfficeId;
import io.dovira.events.OfficerId;
import io.dovira.events.community.Community;
import io.dovira.events.community.Community.Population;
import io.dovira.events.community.CommunityFact;
import io.dovira.events.community.CommunityRegistered;
import io.dovira.events.community.ContactKind;
import io.dovira.events.community.ContactRecorded;
import io.dovira.events.community.MemorandumSigned;
import io.dovira.events.community.PopulationRestated;
import io.dovira.events.community.ReportGiven;
import io.dovira.eventstore.codec.RecordCodecs;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.statistics.Statistics;
import org.jspecify.annotations.Nullable;

/** Whatever is told of a community, in any order and of any time: it is registered first and once, and it is then what was recorded of it. */
class CommunityStateMachineTest {
    private static final OfficerId SERVES = new OfficerId("p-1");
    private static final OfficerId SERVES_ANOTHER = new OfficerId("p-2");
    private static final OfficeId NOWHERE = new OfficeId("nowhere");

    enum Kind {
        REGISTER,
        RESTATE,
        SIGN,
        CONTACT,
        REPORT
    }

    /**
     * @param late seconds between its happening and its report; negative for a clock that runs ahead
     * @param days from the day of the report to the day that a source counted
     * @param who was there: an officer, or nobody who is named
     */
    record Step(
            Kind kind,
            int seconds,
            int late,
            int days,
            @Nullable OfficerId who,
            OfficeId office) {
        CommunityCommand command(Instant now) {
            LocalDate counted = LocalDate.ofInstant(now, ZoneOffset.UTC).plusDays(days);
            return switch (kind) {
                case REGISTER -> new RegisterCommunity(BAR, NAME, REGION, NAME, office, 1000, "count", counted);
                case RESTATE -> new RestatePopulation(BAR, 1000, "count", counted);
                case SIGN -> new SignMemorandum(BAR);
                case CONTACT -> new RecordContact(BAR, ContactKind.SCHOOL, who, null);
                case REPORT -> new GiveReport(BAR, who, 12);
            };
        }

        @Nullable
        OfficerId named() {
            return kind == Kind.CONTACT || kind == Kind.REPORT ? who : null;
        }
    }

    record Kept(CommunityFact fact, Instant at) {}

    @Property(tries = 500)
    void isWhatWasRecordedOfIt(@ForAll("steps") List<Step> steps) {
        FakeSurroundings surroundings = new FakeSurroundings();
        surroundings.officer(FakeSurroundings.assigned(SERVES, WEST, BAR));
        surroundings.officer(FakeSurroundings.assigned(SERVES_ANOTHER, EAST, TURKA));
        List<Kept> story = new ArrayList<>();
        @Nullable Community community = null;
        Instant now = NINE.plusSeconds(60);
        for (Step step : steps) {
            now = now.plusSeconds(step.seconds());
            Moment moment = Lateness.moment(now, step.late());
            OfficerId named = step.named();
            Decision decision = CommunityDecider.decide(
                    community,
                    step.command(now),
                    moment,
                    surroundings.office(step.office()).orElse(null),
                    named == null ? null : surroundings.officer(named).orElse(null));
            switch (decision) {
                case Decision.Accepted yes -> {
                    Instant at = yes.at() == null ? moment.occurredAt() : yes.at();
                    CommunityFact fact = (CommunityFact) yes.facts().getFirst();
                    assertThat(yes.facts()).hasSize(1);
                    story.add(new Kept(fact, at));
                    community = Community.evolve(community, fact, at);
                    Statistics.label("fact").collect(fact.getClass().getSimpleName());
                }
                case Decision.Declined no ->
                    Statistics.label("refused").collect(no.refusal().reason());
            }
            assertThat(replayed(story)).isEqualTo(community);
        }
        if (community != null) {
            holdsTogether(story, community);
        }
        Statistics.label("fact").coverage(coverage -> {
            for (Class<?> fact : CommunityFact.class.getPermittedSubclasses()) {
                coverage.check(fact.getSimpleName()).count(count -> count > 10);
            }
        });
        Statistics.label("refused")
                .coverage(coverage -> Stream.<Reason>concat(
                                Stream.of(CommunityReason.values()),
                                Stream.of(PlatformReason.IN_THE_FUTURE, PlatformReason.BEFORE_LAST_FACT))
                        .forEach(reason -> coverage.check(reason).count(count -> count > 10)));
    }

    private static void holdsTogether(List<Kept> story, Community community) {
        assertThat(story.getFirst().fact()).isInstanceOf(CommunityRegistered.class);
        assertThat(told(story, CommunityRegistered.class)).hasSize(1);
        assertThat(story.stream().map(Kept::at)).allMatch(at -> !at.isBefore(community.registeredAt()));
        assertThat(community.facts()).isEqualTo(story.size());
        assertThat(community.contacts())
                .isEqualTo(told(story, ContactRecorded.class).size());
        assertThat(community.reports()).isEqualTo(told(story, ReportGiven.class).size());
        assertThat(told(story, MemorandumSigned.class).stream().map(Kept::at).toList())
                .isEqualTo(Stream.ofNullable(community.memorandumAt()).toList());
        assertThat(community.population())
                .doesNotHaveDuplicates()
                .hasSize(1 + told(story, PopulationRestated.class).size());
        assertThat(told(story, PopulationRestated.class)).allSatisfy(kept -> {
            PopulationRestated claim = (PopulationRestated) kept.fact();
            assertThat(community.population()).contains(new Population(claim.people(), claim.source(), claim.asOf()));
            assertThat(claim.asOf()).isBeforeOrEqualTo(LocalDate.ofInstant(kept.at(), ZoneOffset.MAX));
        });
        assertThat(story.stream().flatMap(kept -> Stream.ofNullable(officer(kept.fact()))))
                .allMatch(SERVES::equals);
    }

    private static @Nullable OfficerId officer(CommunityFact fact) {
        return switch (fact) {
            case ContactRecorded contact -> contact.officer();
            case ReportGiven report -> report.officer();
            case CommunityRegistered ignored -> null;
            case PopulationRestated ignored -> null;
            case MemorandumSigned ignored -> null;
        };
    }

    private static List<Kept> told(List<Kept> story, Class<? extends CommunityFact> wanted) {
        return story.stream().filter(kept -> wanted.isInstance(kept.fact())).toList();
    }

    /** As a reader of the log would fold it: every fact through its stored form. */
    private static @Nullable Community replayed(List<Kept> story) {
        @Nullable Community community = null;
        for (Kept kept : story) {
            CommunityFact fact = kept.fact();
            community = Community.evolve(
                    community, RecordCodecs.decode(RecordCodecs.encode((Record) fact), fact.getClass()), kept.at());
        }
        return community;
    }

    @Provide
    Arbitrary<List<Step>> steps() {
        return Combinators.combine(
                        Arbitraries.of(Kind.class),
                        Arbitraries.integers().between(0, 60),
                        Lateness.seconds(),
                        Arbitraries.integers().between(-3, 2),
                        Arbitraries.of(SERVES, SERVES_ANOTHER, new OfficerId("nobody"))
                                .injectNull(0.3),
                        Arbitraries.frequency(Tuple.of(3, WEST), Tuple.of(1, NOWHERE)))
                .as(Step::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(40);
    }
}
