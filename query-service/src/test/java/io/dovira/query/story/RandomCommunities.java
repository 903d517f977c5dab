package io.dovira.query.story;

import io.dovira.events.CommunityId;
import io.dovira.events.OfficeId;
import io.dovira.events.OfficerId;
import io.dovira.events.PublicationId;
import io.dovira.events.RegionId;
import io.dovira.events.StationId;
import io.dovira.events.community.AbsenceKind;
import io.dovira.events.community.CommunityRegistered;
import io.dovira.events.community.ContactKind;
import io.dovira.events.community.ContactRecorded;
import io.dovira.events.community.FiguresPublished;
import io.dovira.events.community.LeavingKind;
import io.dovira.events.community.MemorandumSigned;
import io.dovira.events.community.Officer;
import io.dovira.events.community.OfficerAbsent;
import io.dovira.events.community.OfficerAssigned;
import io.dovira.events.community.OfficerFact;
import io.dovira.events.community.OfficerLeft;
import io.dovira.events.community.OfficerReassigned;
import io.dovira.events.community.OfficerReturned;
import io.dovira.events.community.OfficerSelected;
import io.dovira.events.community.PopulationRestated;
import io.dovira.events.community.ReportGiven;
import io.dovira.events.community.Room;
import io.dovira.events.community.StationOpened;
import io.dovira.events.community.TrainingCompleted;
import io.dovira.events.community.TrainingStarted;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/** Communities and officers of a made-up but possible history: officers come, are trained, serve, are away, move and leave. */
public final class RandomCommunities {
    private static final OfficeId OFFICE = new OfficeId("lviv");
    private static final LocalDate DAY = LocalDate.parse("2022-01-01");

    private final Story story;
    private final Random random;
    private final List<CommunityId> communities = new ArrayList<>();
    private final List<Officer> officers = new ArrayList<>();
    private final Set<CommunityId> signed = new HashSet<>();
    private int publications;

    public RandomCommunities(Story story, Random random) {
        this.story = story;
        this.random = random;
    }

    /** One more fact, or two. */
    public void next(Instant now) {
        int dice = random.nextInt(100);
        if (communities.size() < 3 || dice < 25) {
            register(now);
        } else if (dice < 40) {
            select(now);
        } else if (dice < 75 && !officers.isEmpty()) {
            goOn(random.nextInt(officers.size()), now);
        } else if (dice < 85) {
            story.happens(now, new ContactRecorded(any(), ContactKind.SCHOOL, null, random.nextInt(50)));
        } else if (dice < 90) {
            story.happens(now, new ReportGiven(any(), null, null));
        } else if (dice < 94) {
            story.happens(now, new PopulationRestated(any(), random.nextInt(90_000), "council", DAY.plusDays(dice)));
        } else if (dice < 97) {
            StationId station = new StationId("st" + story.facts().size());
            story.happens(now, new StationOpened(station, OFFICE, any(), Map.of("en", "x"), List.of(Room.DUTY)));
        } else {
            PublicationId id = new PublicationId("pub" + publications++);
            story.happens(now, new FiguresPublished(id, OFFICE, "press", DAY, 273, 450, 3_500_000));
        }
    }

    private void register(Instant now) {
        CommunityId id = new CommunityId("com" + communities.size());
        communities.add(id);
        story.happens(
                now,
                new CommunityRegistered(
                        id,
                        Map.of("en", "Community " + id),
                        new RegionId(communities.size() % 2 == 0 ? "west" : "east"),
                        Map.of("en", "Region"),
                        OFFICE,
                        "Europe/Kyiv",
                        random.nextInt(60_000),
                        "count",
                        DAY));
    }

    private void select(Instant now) {
        OfficerId id = new OfficerId("o" + officers.size());
        CommunityId community = any();
        if (signed.add(community)) {
            story.happens(now, new MemorandumSigned(community));
        }
        OfficerFact selected = new OfficerSelected(id, OFFICE, community);
        story.happens(now, selected);
        officers.add(Officer.evolve(null, selected, now));
    }

    private void goOn(int index, Instant now) {
        Officer officer = officers.get(index);
        OfficerId id = officer.id();
        int dice = random.nextInt(10);
        OfficerFact leaves = new OfficerLeft(id, LeavingKind.OTHER);
        switch (officer.state()) {
            case CANDIDATE -> tell(index, dice == 0 ? leaves : new TrainingStarted(id), now);
            case IN_TRAINING -> tell(index, dice == 0 ? leaves : new TrainingCompleted(id), now);
            case CERTIFIED -> tell(index, new OfficerAssigned(id, OFFICE, any()), now);
            case ASSIGNED ->
                tell(
                        index,
                        dice < 2 ? leaves : dice < 6 ? new OfficerAbsent(id, AbsenceKind.LEAVE) : move(officer),
                        now);
            case ABSENT -> tell(index, dice < 8 ? new OfficerReturned(id) : move(officer), now);
            case LEFT -> {}
        }
    }

    private OfficerFact move(Officer officer) {
        CommunityId to = any();
        while (to.equals(officer.community())) {
            to = any();
        }
        return new OfficerReassigned(officer.id(), officer.community(), OFFICE, to);
    }

    private void tell(int index, OfficerFact fact, Instant now) {
        story.happens(now, fact);
        officers.set(index, Officer.evolve(officers.get(index), fact, now));
    }

    private CommunityId any() {
        return communities.get(random.nextInt(communities.size()));
    }
}
