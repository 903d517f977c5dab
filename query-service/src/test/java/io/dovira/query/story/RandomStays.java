package io.dovira.query.story;

import io.dovira.events.CellId;
import io.dovira.events.CustodyId;
import io.dovira.events.OfficeId;
import io.dovira.events.PersonId;
import io.dovira.events.PolicyId;
import io.dovira.events.StaffId;
import io.dovira.events.clocks.Limit;
import io.dovira.events.custody.ArrivalFact.CustodyRecordOpened;
import io.dovira.events.custody.ArrivalFact.PersonApprehended;
import io.dovira.events.custody.ArrivalFact.PersonDelivered;
import io.dovira.events.custody.CareFact.CellVisitDone;
import io.dovira.events.custody.CareFact.MealOffered;
import io.dovira.events.custody.CareFact.Observation;
import io.dovira.events.custody.Custody;
import io.dovira.events.custody.CustodyFact;
import io.dovira.events.custody.CustodyField;
import io.dovira.events.custody.DetentionGround;
import io.dovira.events.custody.Duty;
import io.dovira.events.custody.LocationFact.BroughtToCourt;
import io.dovira.events.custody.LocationFact.CellAssigned;
import io.dovira.events.custody.LocationFact.Returned;
import io.dovira.events.custody.ProcedureFact.Rank;
import io.dovira.events.custody.ProcedureFact.ReviewDone;
import io.dovira.events.custody.RecordFact.ClockStarted;
import io.dovira.events.custody.RecordFact.CustodyRecordSealed;
import io.dovira.events.custody.RecordFact.EntryCorrected;
import io.dovira.events.custody.RecordFact.PersonReleased;
import io.dovira.events.custody.RecordFact.ReleaseGround;
import io.dovira.events.custody.RelativesFact.RelativesNotified;
import io.dovira.events.custody.UnitFact.HandoverOffered;
import io.dovira.events.custody.UnitFact.PersonAdmitted;
import io.dovira.events.custody.UnitFact.PersonLeft;
import io.dovira.events.custody.UnitFact.ShiftHandedOver;
import io.dovira.events.policies.BuiltInPolicies;
import io.dovira.events.policies.KnownPolicies;
import io.dovira.events.policies.PolicyPublished;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Stays in custody, some entries of which are typed late and many at once. A chance of its own, so that the rest of a story stays as it is. */
final class RandomStays {
    private static final List<DetentionGround> GROUNDS = List.of(DetentionGround.values());
    private static final StaffId OFFICER = new StaffId("olena");

    private final Random random;
    private final List<String> units;
    private final List<Custody> stays = new ArrayList<>();
    private int handovers;
    private int rules = 1;

    RandomStays(long seed, List<String> units) {
        this.random = new Random(seed ^ 0x57a1L);
        this.units = units;
    }

    /** The house rules of entries. */
    void rules(Story story, Instant now) {
        BuiltInPolicies.facts().stream()
                .filter(fact -> fact instanceof PolicyPublished policy
                        && policy.policy()
                                .value()
                                .matches("custody-(late|batch).*|obligation-due-soon|appeal-registration"))
                .forEach(fact -> story.happens(now, fact));
    }

    void next(Story story, Instant now) {
        int dice = random.nextInt(10);
        if (dice < 2) {
            begin(story, now);
        } else if (dice < 5 && !stays.isEmpty()) {
            goOn(story, now, random.nextInt(stays.size()));
        } else if (dice == 5 && random.nextInt(4) == 0) {
            handOver(story, now);
        } else if (dice == 6 && random.nextInt(3) == 0) {
            anotherRule(story, now);
            otherRulesForThePast(story, now);
        }
    }

    /** By them duties of long ago are due, and due soon, at another time, but only for facts that are told from now on. */
    private void otherRulesForThePast(Story story, Instant now) {
        ruleForThePast(story, now, KnownPolicies.APPEAL_REGISTRATION, Limit.seconds(3600 + rules), null);
        ruleForThePast(story, now, KnownPolicies.OBLIGATION_DUE_SOON, null, 20 + rules % 60);
    }

    private void ruleForThePast(
            Story story, Instant now, PolicyId policy, @Nullable Limit limit, @Nullable Integer number) {
        story.happens(
                now,
                new PolicyPublished(
                        policy,
                        rules,
                        Map.of("en", "Another rule"),
                        limit,
                        number,
                        null,
                        List.of(),
                        Map.of("en", "House rule"),
                        now.minus(Duration.ofDays(90)),
                        null,
                        true,
                        "it was never written down"));
    }

    private void anotherRule(Story story, Instant now) {
        story.happens(
                now,
                new PolicyPublished(
                        new PolicyId("custody-late-entry"),
                        ++rules,
                        Map.of("en", "An entry is late"),
                        Limit.seconds(60 + random.nextInt(900)),
                        null,
                        null,
                        List.of(),
                        Map.of("en", "House rule"),
                        now,
                        null,
                        false,
                        null));
    }

    private void begin(Story story, Instant now) {
        CustodyId id = new CustodyId("c" + stays.size());
        PersonApprehended apprehended = new PersonApprehended(
                id,
                new PersonId("p" + stays.size()),
                new OfficeId(units.get(random.nextInt(units.size()))),
                GROUNDS.get(random.nextInt(GROUNDS.size())),
                random.nextBoolean(),
                random.nextBoolean());
        Instant at = now.minusSeconds(random.nextInt(3600));
        story.told(now, at, apprehended);
        stays.add(Custody.evolve(null, apprehended, at));
        clock(story, now, stays.size() - 1, Duty.END_DETENTION, at);
    }

    private void goOn(Story story, Instant now, int index) {
        Custody stay = stays.get(index);
        CustodyId id = stay.id();
        switch (stay.phase()) {
            case APPREHENDED -> {
                tell(story, now, now, index, new PersonDelivered(id));
                story.happens(now, new PersonAdmitted(stay.office(), id, stay.person()));
            }
            case DELIVERED -> tell(story, now, now, index, new CustodyRecordOpened(id));
            case OPEN -> open(story, now, index);
            case AT_COURT, AT_HOSPITAL, IN_TRANSFER -> tell(story, now, now, index, new Returned(id));
            case RELEASED, HANDED_OVER -> tell(story, now, now, index, new CustodyRecordSealed(id));
            case SEALED -> {}
        }
    }

    private void open(Story story, Instant now, int index) {
        Custody stay = stays.get(index);
        CustodyId id = stay.id();
        if (stay.cell() == null) {
            tell(story, now, now, index, new CellAssigned(id, new CellId("1")));
            return;
        }
        switch (random.nextInt(9)) {
            case 0 -> tell(story, now, now, index, new BroughtToCourt(id));
            case 1 -> {
                tell(story, now, now, index, new PersonReleased(id, ReleaseGround.COURT));
                story.happens(now, new PersonLeft(stay.office(), id));
            }
            case 2 -> tell(story, now, now, index, new ReviewDone(id, Rank.INSPECTOR, OFFICER));
            case 3 -> tell(story, now, now, index, new RelativesNotified(id));
            case 4 ->
                tell(
                        story,
                        now,
                        now,
                        index,
                        new EntryCorrected(id, "event-1", CustodyField.CELL, "1", "2", "seen", null, null));
            case 5 -> {
                // A night's visits, typed in the morning.
                for (int i = 6; i > 0; i--) {
                    tell(
                            story,
                            now,
                            now.minusSeconds(600L * i),
                            index,
                            new CellVisitDone(id, Observation.GENERAL, false));
                }
            }
            case 6 -> tell(story, now, now.minusSeconds(1200), index, new MealOffered(id, true));
            default -> {
                tell(story, now, now, index, new CellVisitDone(id, Observation.INTERMITTENT, true));
                clock(story, now, index, Duty.CELL_VISIT, now);
            }
        }
    }

    private void handOver(Story story, Instant now) {
        OfficeId unit = new OfficeId(units.get(random.nextInt(units.size())));
        story.happens(now, new HandoverOffered(unit, ++handovers, "p-1"));
        story.happens(now, new ShiftHandedOver(unit, handovers, "p-1", "p-2", 1));
    }

    private void clock(Story story, Instant now, int index, Duty duty, Instant from) {
        tell(
                story,
                now,
                from,
                index,
                new ClockStarted(stays.get(index).id(), duty, from, from.plusSeconds(3600), "custody-cell-visit@1"));
    }

    private void tell(Story story, Instant now, Instant at, int index, CustodyFact fact) {
        story.told(now.plusMillis(50), at, fact);
        stays.set(index, Custody.evolve(stays.get(index), fact, at));
    }
}
