package io.dovira.command.simulator;

import io.dovira.command.community.AssignOfficer;
import io.dovira.command.community.Communities;
import io.dovira.command.community.CommunityCommand;
import io.dovira.command.community.CompleteTraining;
import io.dovira.command.community.GiveReport;
import io.dovira.command.community.NoteAbsence;
import io.dovira.command.community.NoteReturn;
import io.dovira.command.community.OfficerCommand;
import io.dovira.command.community.OpenStation;
import io.dovira.command.community.PublicationCommand;
import io.dovira.command.community.PublishFigures;
import io.dovira.command.community.PublishTrustSurvey;
import io.dovira.command.community.RecordContact;
import io.dovira.command.community.RegisterCommunity;
import io.dovira.command.community.ReleaseOfficer;
import io.dovira.command.community.SelectOfficer;
import io.dovira.command.community.SignMemorandum;
import io.dovira.command.community.StartTraining;
import io.dovira.command.platform.Decision;
import io.dovira.command.platform.Moment;
import io.dovira.command.platform.Subject;
import io.dovira.command.simulator.SimulatedNation.Region;
import io.dovira.events.CommunityId;
import io.dovira.events.Fact;
import io.dovira.events.OfficeId;
import io.dovira.events.OfficerId;
import io.dovira.events.PublicationId;
import io.dovira.events.RegionId;
import io.dovira.events.StationId;
import io.dovira.events.community.AbsenceKind;
import io.dovira.events.community.Community;
import io.dovira.events.community.CommunityFact;
import io.dovira.events.community.ContactKind;
import io.dovira.events.community.LeavingKind;
import io.dovira.events.community.Officer;
import io.dovira.events.community.OfficerFact;
import io.dovira.events.community.OfficerState;
import io.dovira.events.community.Publication;
import io.dovira.events.community.PublicationFact;
import io.dovira.events.community.Room;
import io.dovira.events.community.Station;
import io.dovira.events.community.StationFact;
import io.dovira.events.offices.Office;
import io.dovira.events.offices.OfficeFact;
import io.dovira.events.offices.OfficeRegistered;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Community policing in a simulated nation of the size that the programme tells of: 1,470 communities, of which 275 have officers, 450 officers and
 * 450 stations. What led there happened before the simulation begins and is told at its start; from then on officers meet people, report, are away and
 * come back, and some leave and are replaced. Pure and seeded; every step is decided by the decider of the feature.
 */
final class NationSimulation implements Simulation {
    static final OfficeId OFFICE = new OfficeId("sim-community-police");
    static final int COMMUNITIES = 1_470;
    static final int COVERED = 275;
    static final int OFFICERS = 450;
    static final int STATIONS = 450;

    private static final String SOURCE = "Симуляція";
    private static final int CONTACTS_PER_DAY = 180;
    private static final double DAYS_BETWEEN_ABSENCES = 0.25;
    private static final double DAYS_BETWEEN_REPORTS = 0.15;
    private static final double DAYS_BETWEEN_LEAVINGS = 6;
    /** How long before its start the nation was registered. */
    private static final Duration EARLIER = Duration.ofDays(700);

    private final Instant start;
    private final Agenda agenda = new Agenda();
    private final Chance chance;
    private final Arrivals contacts;
    private final OfficeHours hours;
    private final List<CommunityStory> communities = new ArrayList<>();
    private final Map<CommunityId, CommunityStory> byId = new HashMap<>();
    private final List<OfficerStory> officers = new ArrayList<>();
    private final SimulatedStory<OfficeFact, Office> office = story(OfficeFact.class, Office::evolve, OFFICE.stream());

    NationSimulation(long seed, Instant start) {
        this.start = start;
        this.chance = new Chance(seed, OFFICE.value());
        this.contacts = new Arrivals(
                CONTACTS_PER_DAY, SimulatedNation.KYIV, chance.random().split());
        this.hours = new OfficeHours(SimulatedNation.KYIV, chance);
        agenda.schedule(start, this::begin);
    }

    @Override
    public SimulatedCommit next() {
        return agenda.next();
    }

    // --- how it came to be

    private void begin() {
        OfficeRegistered registered = new OfficeRegistered(
                OFFICE,
                Map.of("uk", "Поліція громад (симуляція)", "en", "Community police (simulated)"),
                SimulatedNation.POLICE,
                SimulatedNation.POLICE_NAME,
                new RegionId("sim-nation"),
                Map.of("uk", "Україна (симуляція)", "en", "Ukraine (simulated)"),
                SimulatedNation.KYIV.getId());
        commit(office.take(registered, start, Actor.SIMULATOR));
        Instant early = start.minus(EARLIER);
        for (int i = 0; i < COMMUNITIES; i++) {
            register(i, early);
        }
        for (int i = 0; i < COVERED; i++) {
            CommunityStory community = communities.get(i);
            community.signedAt = early.plus(Duration.ofDays(10L + chance.below(400)));
            happen(community.signedAt, community, new SignMemorandum(community.id), Actor.SIMULATOR);
        }
        for (int i = 0; i < OFFICERS; i++) {
            // Each covered community has one, some have more.
            assign(communities.get(i < COVERED ? i : chance.below(COVERED)));
        }
        for (int i = 0; i < STATIONS; i++) {
            openStation(i, i < COVERED ? communities.get(i) : chance.oneOf(communities), early);
        }
        publish();
        agenda.plan(contacts.after(start), this::meet);
        plan(start, DAYS_BETWEEN_ABSENCES, this::absence);
        plan(start, DAYS_BETWEEN_REPORTS, this::report);
        plan(start, DAYS_BETWEEN_LEAVINGS, this::leave);
    }

    private void register(int index, Instant at) {
        Region region = SimulatedNation.REGIONS.get(index % SimulatedNation.REGIONS.size());
        int number = index / SimulatedNation.REGIONS.size() + 1;
        CommunityStory community = new CommunityStory(new CommunityId("sim-%s-%02d".formatted(region.slug(), number)));
        // Small communities were first: over four million people in 275 of them, more than thirty million in all.
        double median = index < COVERED ? 14_000 : 21_000;
        int people = (int) Math.round(median * Math.exp(0.5 * chance.gaussian()) / 10) * 10;
        Map<String, String> name = Map.of(
                "uk", "Громада %d, %s".formatted(number, region.uk()),
                "en", "Community %d, %s".formatted(number, region.en()));
        communities.add(community);
        byId.put(community.id, community);
        happen(
                at,
                community,
                new RegisterCommunity(community.id, name, region.id(), region.name(), OFFICE, people, SOURCE, day(at)),
                Actor.SIMULATOR);
    }

    /** An officer who is assigned before the simulation begins. */
    private void assign(CommunityStory community) {
        OfficerStory officer = officer();
        Duration left = Duration.between(community.signedAt, start);
        Instant selected =
                community.signedAt.plus(left.multipliedBy(chance.below(40)).dividedBy(100));
        Instant training = selected.plus(Duration.ofDays(7L + chance.below(20)));
        Instant certified = training.plus(Duration.ofDays(30L + chance.below(30)));
        Instant assigned = certified.plus(Duration.ofDays(2L + chance.below(12)));
        step(selected, officer, new SelectOfficer(officer.id, community.id));
        step(training, officer, new StartTraining(officer.id));
        step(certified, officer, new CompleteTraining(officer.id));
        step(assigned, officer, new AssignOfficer(officer.id, community.id));
    }

    private void openStation(int index, CommunityStory community, Instant early) {
        StationId id = new StationId("sim-station-%03d".formatted(index + 1));
        Instant at = early.plus(Duration.ofDays(20L + chance.below(640)));
        List<Room> rooms = new ArrayList<>(List.of(Room.RECEPTION));
        for (Room room : List.of(Room.INTERVIEW, Room.CHILDREN, Room.MEETING, Room.DUTY, Room.DWELLING)) {
            if (chance.happens(0.45)) {
                rooms.add(room);
            }
        }
        Map<String, String> name =
                Map.of("uk", "Станція %d".formatted(index + 1), "en", "Station %d".formatted(index + 1));
        Decision opened = Communities.decide(
                null, new OpenStation(id, community.id, name, rooms), Moment.at(start, at), community.state());
        story(StationFact.class, Station::evolve, id.stream())
                .take(opened, at, Actor.SIMULATOR)
                .forEach(this::commit);
    }

    /** What was published about the programme, each as its source says it, and surveys around seventy percent. */
    private void publish() {
        figures(1, "enovosty.com", LocalDate.of(2020, 1, 1), 206, 251, 1_700_000);
        figures(2, "Кабінет Міністрів, за fin.org.ua 2021-03-03", LocalDate.of(2021, 3, 3), 273, null, 3_500_000);
        figures(3, "Опис програми", LocalDate.of(2021, 6, 1), COVERED, OFFICERS, 4_000_000);
        survey("sim-trust-1", null, 2_000, 68.1, 2.2, 400);
        survey("sim-trust-2", null, 2_000, 69.4, 2.2, 220);
        survey("sim-trust-3", null, 2_000, 70.2, 2.2, 40);
        for (Region region : SimulatedNation.REGIONS) {
            double percent = Math.round(10 * Math.clamp(70 + 5 * chance.gaussian(), 50, 90)) / 10.0;
            survey("sim-trust-" + region.slug(), region.id(), 400, percent, 4.9, 40);
        }
    }

    private void figures(
            int number,
            String source,
            LocalDate asOf,
            @Nullable Integer covered,
            @Nullable Integer counted,
            @Nullable Integer people) {
        PublicationId id = new PublicationId("sim-figures-" + number);
        publish(id, new PublishFigures(id, OFFICE, source, asOf, covered, counted, people));
    }

    private void survey(String name, @Nullable RegionId region, int n, double percent, double margin, int daysAgo) {
        PublicationId id = new PublicationId(name);
        LocalDate to = day(start).minusDays(daysAgo);
        publish(id, new PublishTrustSurvey(id, OFFICE, region, null, SOURCE, n, percent, margin, to.minusDays(20), to));
    }

    private void publish(PublicationId id, PublicationCommand command) {
        Decision published = Communities.decide(null, command, Moment.at(start, start), office.state(), null);
        story(PublicationFact.class, Publication::evolve, id.stream())
                .take(published, start, Actor.SIMULATOR)
                .forEach(this::commit);
    }

    // --- how it lives on

    private void meet(Instant at) {
        OfficerStory officer = chance.oneOf(officers);
        if (officer.is(OfficerState.ASSIGNED)) {
            ContactKind kind = chance.oneOf(List.of(ContactKind.values()));
            @Nullable
            Integer people = switch (kind) {
                case MEETING, SCHOOL, COUNCIL -> 5 + chance.below(60);
                case RECEPTION, HOME_VISIT, PHONE, ONLINE, OTHER -> chance.happens(0.5) ? 1 : null;
            };
            CommunityStory home = home(officer);
            happen(at, home, new RecordContact(home.id, kind, officer.id, people), officer.actor());
        }
        agenda.plan(contacts.after(at), this::meet);
    }

    private void report(Instant at) {
        OfficerStory officer = chance.oneOf(officers);
        if (officer.is(OfficerState.ASSIGNED)) {
            CommunityStory home = home(officer);
            happen(at, home, new GiveReport(home.id, officer.id, 8 + chance.below(90)), officer.actor());
        }
        plan(at, DAYS_BETWEEN_REPORTS, this::report);
    }

    private void absence(Instant at) {
        OfficerStory officer = chance.oneOf(officers);
        if (officer.is(OfficerState.ASSIGNED)) {
            step(at, officer, new NoteAbsence(officer.id, chance.oneOf(List.of(AbsenceKind.values()))));
            Instant back = hours.from(at.plus(chance.logNormal(Duration.ofDays(9), 0.6)));
            agenda.schedule(back, () -> {
                if (officer.is(OfficerState.ABSENT)) {
                    step(back, officer, new NoteReturn(officer.id));
                }
            });
        }
        plan(at, DAYS_BETWEEN_ABSENCES, this::absence);
    }

    /** Somebody leaves, and somebody else is selected for the community. */
    private void leave(Instant at) {
        OfficerStory officer = chance.oneOf(officers);
        if (officer.is(OfficerState.ASSIGNED)) {
            LeavingKind why = chance.oneOf(List.of(LeavingKind.TRANSFERRED, LeavingKind.WITHDREW, LeavingKind.RETIRED));
            step(at, officer, new ReleaseOfficer(officer.id, why));
            replace(home(officer), at);
        }
        plan(at, DAYS_BETWEEN_LEAVINGS, this::leave);
    }

    private void replace(CommunityStory community, Instant left) {
        OfficerStory officer = officer();
        after(
                left,
                5,
                officer,
                new SelectOfficer(officer.id, community.id),
                selected -> after(
                        selected,
                        6,
                        officer,
                        new StartTraining(officer.id),
                        training -> train(community, officer, training)));
    }

    private void train(CommunityStory community, OfficerStory officer, Instant at) {
        if (chance.happens(0.1)) {
            ReleaseOfficer failed = new ReleaseOfficer(officer.id, LeavingKind.TRAINING_NOT_PASSED);
            after(at, 20, officer, failed, ended -> replace(community, ended));
        } else {
            after(
                    at,
                    30,
                    officer,
                    new CompleteTraining(officer.id),
                    certified ->
                            after(certified, 3, officer, new AssignOfficer(officer.id, community.id), assigned -> {}));
        }
    }

    /** About so many days later, in office hours. */
    private void after(Instant at, int days, OfficerStory officer, OfficerCommand command, Consumer<Instant> then) {
        Instant when = hours.from(at.plus(chance.logNormal(Duration.ofDays(days), 0.3)));
        agenda.schedule(when, () -> {
            step(when, officer, command);
            then.accept(when);
        });
    }

    /** About every so many days, in office hours. */
    private void plan(Instant after, double days, Consumer<Instant> step) {
        agenda.plan(hours.from(after.plus(chance.exponential(days))), step);
    }

    // --- telling

    private void happen(Instant at, CommunityStory community, CommunityCommand command, Actor actor) {
        @Nullable
        OfficerStory named = command instanceof RecordContact contact
                ? story(contact.officer())
                : command instanceof GiveReport report ? story(report.officer()) : null;
        Decision decision = Communities.decide(
                community.story.stateOrNull(),
                command,
                moment(at),
                office.state(),
                named == null ? null : named.story.stateOrNull());
        community.story.take(decision, at, actor).forEach(fact -> commit(fact, at));
    }

    private void step(Instant at, OfficerStory officer, OfficerCommand command) {
        @Nullable
        CommunityId named = command instanceof SelectOfficer select
                ? select.community()
                : command instanceof AssignOfficer assign ? assign.community() : null;
        @Nullable Community community = named == null ? null : story(named).state();
        Decision decision = Communities.decide(officer.story.stateOrNull(), command, moment(at), community);
        officer.story.take(decision, at, Actor.SIMULATOR).forEach(fact -> commit(fact, at));
    }

    /** What happened before the simulation began is told when it begins. */
    private Moment moment(Instant at) {
        return Moment.at(at.isBefore(start) ? start : at, at);
    }

    private void commit(SimulatedFact fact, Instant at) {
        agenda.commit(new SimulatedCommit(at.isBefore(start) ? start : at, List.of(fact)));
    }

    private void commit(SimulatedFact fact) {
        commit(fact, start);
    }

    private OfficerStory officer() {
        OfficerStory officer = new OfficerStory(new OfficerId("sim-officer-%04d".formatted(officers.size() + 1)));
        officers.add(officer);
        return officer;
    }

    private @Nullable OfficerStory story(@Nullable OfficerId id) {
        return officers.stream()
                .filter(officer -> officer.id.equals(id))
                .findFirst()
                .orElse(null);
    }

    private CommunityStory story(CommunityId id) {
        return Objects.requireNonNull(byId.get(id), id::value);
    }

    private CommunityStory home(OfficerStory officer) {
        return story(officer.story.state().community());
    }

    private static LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, SimulatedNation.KYIV);
    }

    private static <F extends Fact, S> SimulatedStory<F, S> story(
            Class<F> facts, Subject.Fold<F, S> fold, String stream) {
        return new SimulatedStory<>(facts, fold, stream, OFFICE);
    }

    private static final class CommunityStory {
        final CommunityId id;
        final SimulatedStory<CommunityFact, Community> story;
        Instant signedAt = Instant.MAX;

        CommunityStory(CommunityId id) {
            this.id = id;
            this.story = story(CommunityFact.class, Community::evolve, id.stream());
        }

        Community state() {
            return story.state();
        }
    }

    private static final class OfficerStory {
        final OfficerId id;
        final SimulatedStory<OfficerFact, Officer> story;

        OfficerStory(OfficerId id) {
            this.id = id;
            this.story = story(OfficerFact.class, Officer::evolve, id.stream());
        }

        boolean is(OfficerState wanted) {
            Officer now = story.stateOrNull();
            return now != null && now.state() == wanted;
        }

        Actor actor() {
            return new Actor(id.value(), "clerk");
        }
    }
}
