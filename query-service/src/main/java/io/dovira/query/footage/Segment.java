package io.dovira.query.footage;

import io.dovira.events.Recorded;
import io.dovira.events.footage.CameraArea;
import io.dovira.events.footage.Footage;
import io.dovira.events.footage.FootageFact;
import io.dovira.events.footage.FootageLinked;
import io.dovira.events.footage.FootageState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A segment of footage in the index.
 *
 * @param from in true time, as far as the clock of its camera was measured; results are ordered by it
 * @param to in true time
 * @param state of the footage
 * @param held whether a hold keeps it
 * @param broken whether a file is not what came in
 * @param subjects streams of what it is linked to, such as {@code visit-0199b1d2}
 * @param deeds what people did with it, oldest first
 * @param footage the state that the next fact goes on from
 */
record Segment(
        String camera,
        String office,
        String room,
        CameraArea area,
        Instant from,
        Instant to,
        FootageState state,
        boolean held,
        boolean broken,
        List<String> subjects,
        String origin,
        List<Deed> deeds,
        Footage footage) {

    Segment {
        subjects = List.copyOf(subjects);
        deeds = List.copyOf(deeds);
    }

    static Segment after(@Nullable Segment before, FootageFact fact, Recorded<?> recorded) {
        Footage footage = Footage.evolve(before == null ? null : before.footage, fact, recorded.occurredAt());
        return new Segment(
                footage.recorded().camera().value(),
                footage.office().value(),
                footage.recorded().room(),
                footage.recorded().area(),
                footage.time().from(),
                footage.time().to(),
                footage.state(),
                !footage.holds().isEmpty(),
                footage.isBroken(),
                footage.links().stream()
                        .map(Segment::subject)
                        .distinct()
                        .sorted()
                        .toList(),
                recorded.meta().origin().name(),
                deeds(before == null ? List.of() : before.deeds, fact, recorded),
                footage);
    }

    private static String subject(FootageLinked link) {
        return switch (link.target()) {
            case VISIT -> "visit-" + link.subject();
            case CUSTODY -> "custody-" + link.subject();
            case APPEAL -> "appeal-" + link.subject();
        };
    }

    private static List<Deed> deeds(List<Deed> before, FootageFact fact, Recorded<?> recorded) {
        Deed deed = Deed.of(fact, recorded);
        if (deed == null) {
            return before;
        }
        List<Deed> all = new ArrayList<>(before);
        all.add(deed);
        return all;
    }
}
