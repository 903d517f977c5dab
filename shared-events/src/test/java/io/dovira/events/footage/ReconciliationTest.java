package io.dovira.events.footage;

import static org.assertj.core.api.Assertions.assertThat;

import io.dovira.events.CameraId;
import io.dovira.events.FootageId;
import io.dovira.events.OfficeId;
import io.dovira.events.footage.Mismatch.Kind;
import io.dovira.events.footage.Reconciliation.Eye;
import io.dovira.events.footage.Reconciliation.Segment;
import io.dovira.events.footage.Reconciliation.Tolerance;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A day of one office: two cameras in custody, one where people are questioned, quarter-hour segments. */
class ReconciliationTest {
    private static final OfficeId OFFICE = new OfficeId("lviv-03");
    private static final Instant DAY = Instant.parse("2026-03-01T22:00:00Z");
    private static final Tolerance TOLERANCE = new Tolerance(Duration.ofSeconds(2), Duration.ofSeconds(2));
    private static final Duration QUARTER = Duration.ofMinutes(15);
    private static final List<Eye> EYES = List.of(
            eye("cell", CameraArea.CUSTODY, "cell 2"),
            eye("hall", CameraArea.CUSTODY, "hall"),
            eye("ask", CameraArea.QUESTIONING, "room 5"));

    @Property(tries = 60)
    void findsNothingOnACleanDay(@ForAll long seed) {
        Random random = new Random(seed);

        assertThat(judge(day(random), entries(random))).isEmpty();
    }

    /** Whatever is taken out of a day, each entry that is not seen any more is named, and no other. */
    @Property(tries = 150)
    void findsEverySeededMismatchAndNoOther(
            @ForAll long seed, @ForAll @IntRange(max = 30) int lost, @ForAll @IntRange(max = 6) int cut) {
        Random random = new Random(seed);
        List<Segment> segments = new ArrayList<>(day(random));
        for (int i = 0; i < lost; i++) {
            segments.remove(random.nextInt(segments.size()));
        }
        for (int i = 0; i < cut; i++) {
            int at = random.nextInt(segments.size());
            Segment whole = segments.get(at);
            Instant from = whole.time().from().plusSeconds(10 + random.nextInt(400));
            segments.set(at, with(whole, List.of(new Span(from, from.plusSeconds(10 + random.nextInt(300))))));
        }
        List<Segment> slow = some(random, segments, 2);
        slow.forEach(one -> segments.set(segments.indexOf(one), offset(one, random.nextBoolean() ? 2_001 : -90_000)));
        List<Segment> changed = some(random, segments, 3);
        changed.forEach(one -> segments.set(segments.indexOf(one), broken(one)));
        List<SeenEntry> entries = entries(random);

        List<Mismatch> found = judge(segments, entries);

        for (SeenEntry entry : entries) {
            List<Mismatch> ofEntry =
                    found.stream().filter(one -> entry.equals(one.entry())).toList();
            assertThat(unseenSeconds(ofEntry)).isEqualTo(unseenSeconds(entry, segments));
            assertThat(ofEntry).extracting(Mismatch::kind).allMatch(kind -> kind == Kind.GAP || ofEntry.size() == 1);
        }
        assertThat(found.stream().filter(one -> one.kind() == Kind.CHANGED).map(Mismatch::footage))
                .containsExactlyInAnyOrderElementsOf(
                        changed.stream().map(Segment::footage).toList());
        assertThat(found.stream().filter(one -> one.kind() == Kind.CLOCK_OFFSET).map(Mismatch::camera))
                .containsExactlyInAnyOrderElementsOf(
                        slow.stream().map(Segment::camera).distinct().toList());
        assertThat(found)
                .isSortedAccordingTo(Comparator.comparing(one -> one.time().from()));
    }

    @Test
    void looksAtTheRoomOfAnEntryIfACameraHangsThere() {
        Segment hall = segment("hall", CameraArea.CUSTODY, "hall", 0);
        SeenEntry inCell = moment("cell 2");

        assertThat(judge(List.of(hall), List.of(inCell)))
                .extracting(Mismatch::kind)
                .containsExactly(Kind.NO_FOOTAGE);
        assertThat(judge(List.of(hall), List.of(moment("cell 9")))).isEmpty();
        assertThat(judge(List.of(hall), List.of(moment(null)))).isEmpty();
    }

    @Test
    void expectsNothingWhereNoCameraHangs() {
        Eye removed = new Eye(
                new CameraId("cell"), OFFICE, CameraArea.CUSTODY, "cell 2", DAY.minusSeconds(9), DAY.plusSeconds(60));

        assertThat(Reconciliation.of(List.of(removed), List.of(), List.of(moment(null)), TOLERANCE))
                .isEmpty();
        assertThat(Reconciliation.of(
                        List.of(removed),
                        List.of(),
                        List.of(new SeenEntry("custody-1", "e", OFFICE, CameraArea.CUSTODY, null, new Span(DAY, DAY))),
                        TOLERANCE))
                .extracting(Mismatch::kind)
                .containsExactly(Kind.NO_FOOTAGE);
    }

    @Test
    void countsNoContentThatNeverCame() {
        Segment there = segment("cell", CameraArea.CUSTODY, "cell 2", 0);
        Segment announced = new Segment(
                there.footage(),
                there.camera(),
                OFFICE,
                there.area(),
                there.room(),
                there.time(),
                false,
                List.of(),
                null,
                null);

        assertThat(judge(List.of(announced), List.of(moment(null)))).hasSize(1);
        assertThat(judge(List.of(there), List.of(moment(null)))).isEmpty();
    }

    @Test
    void toleratesAClockAtTheLimitAndOneThatWasNeverMeasured() {
        Segment segment = segment("cell", CameraArea.CUSTODY, "cell 2", 0);

        assertThat(judge(List.of(offset(segment, 2_000)), List.of())).isEmpty();
        assertThat(judge(List.of(segment), List.of())).isEmpty();
        assertThat(judge(List.of(offset(segment, -2_001)), List.of()))
                .extracting(Mismatch::kind)
                .containsExactly(Kind.CLOCK_OFFSET);
    }

    private static List<Mismatch> judge(List<Segment> segments, List<SeenEntry> entries) {
        return Reconciliation.of(EYES, segments, entries, TOLERANCE);
    }

    /** All segments of all cameras; recorders lose up to a second between two. */
    private static List<Segment> day(Random random) {
        List<Segment> day = new ArrayList<>();
        for (Eye eye : EYES) {
            for (int i = 0; i < 96; i++) {
                Segment whole = segment(eye.camera().value(), eye.area(), eye.room(), i);
                Span time = new Span(whole.time().from(), whole.time().to().minusMillis(random.nextInt(1_000)));
                day.add(new Segment(
                        whole.footage(),
                        whole.camera(),
                        OFFICE,
                        whole.area(),
                        whole.room(),
                        time,
                        true,
                        List.of(),
                        (long) random.nextInt(4_001) - 2_000,
                        null));
            }
        }
        return day;
    }

    private static List<SeenEntry> entries(Random random) {
        List<SeenEntry> entries = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            Instant at = DAY.plusSeconds(random.nextInt(80_000));
            boolean asked = random.nextInt(3) == 0;
            Instant to = asked ? at.plusSeconds(600 + random.nextInt(3_000)) : at;
            String room = asked || random.nextBoolean() ? null : "cell 2";
            entries.add(new SeenEntry(
                    "custody-" + i,
                    "e" + i,
                    OFFICE,
                    asked ? CameraArea.QUESTIONING : CameraArea.CUSTODY,
                    room,
                    new Span(at, to)));
        }
        return entries;
    }

    /** Counted second by second and not with spans; a whole that is unseen counts as it is. */
    private static long unseenSeconds(SeenEntry entry, List<Segment> segments) {
        List<Span> shown = segments.stream()
                .filter(one -> one.area() == entry.area()
                        && (entry.room() == null || one.room().equals(entry.room())))
                .flatMap(one -> shown(one))
                .toList();
        long unseen = 0;
        for (long second : inner(entry)) {
            Instant at = entry.time().from().plusSeconds(second);
            if (shown.stream()
                    .noneMatch(span -> !at.isBefore(span.from().minusSeconds(1))
                            && !at.isAfter(span.to().plusSeconds(1)))) {
                unseen++;
            }
        }
        return unseen;
    }

    private static Stream<Span> shown(Segment segment) {
        if (segment.gaps().isEmpty()) {
            return Stream.of(segment.time());
        }
        Span gap = segment.gaps().getFirst();
        return Stream.of(
                new Span(segment.time().from(), gap.from()),
                new Span(gap.to(), segment.time().to()));
    }

    private static long unseenSeconds(List<Mismatch> mismatches) {
        long seconds = 0;
        for (Mismatch one : mismatches) {
            Instant from = one.time().from();
            SeenEntry entry = one.entry();
            if (entry == null) {
                throw new AssertionError(one);
            }
            for (long s : inner(entry)) {
                Instant at = entry.time().from().plusSeconds(s);
                boolean whole = one.kind() == Kind.NO_FOOTAGE;
                boolean inside = at.isAfter(from) && at.isBefore(one.time().to());
                if (whole || inside) {
                    seconds++;
                }
            }
        }
        return seconds;
    }

    /** Seconds of an entry, its first and last left out: there a camera may begin in the same moment, and then either answer is right. */
    private static long[] inner(SeenEntry entry) {
        return entry.time().isMoment()
                ? new long[] {0}
                : LongStream.range(1, entry.time().length().toSeconds()).toArray();
    }

    private static List<Segment> some(Random random, List<Segment> segments, int count) {
        List<Segment> shuffled = new ArrayList<>(segments);
        Collections.shuffle(shuffled, random);
        return shuffled.subList(0, count);
    }

    private static Eye eye(String camera, CameraArea area, String room) {
        return new Eye(new CameraId(camera), OFFICE, area, room, DAY.minus(Duration.ofDays(30)), null);
    }

    private static Segment segment(String camera, CameraArea area, String room, int quarter) {
        Instant from = DAY.plus(QUARTER.multipliedBy(quarter));
        return new Segment(
                new FootageId(camera + "-" + quarter),
                new CameraId(camera),
                OFFICE,
                area,
                room,
                new Span(from, from.plus(QUARTER)),
                true,
                List.of(),
                null,
                null);
    }

    private static SeenEntry moment(@Nullable String room) {
        Instant at = DAY.plusSeconds(120);
        return new SeenEntry("custody-1", "e", OFFICE, CameraArea.CUSTODY, room, new Span(at, at));
    }

    private static Segment with(Segment one, List<Span> gaps) {
        return new Segment(
                one.footage(),
                one.camera(),
                one.office(),
                one.area(),
                one.room(),
                one.time(),
                one.here(),
                gaps,
                one.clockOffsetMillis(),
                one.broken());
    }

    private static Segment offset(Segment one, long millis) {
        return new Segment(
                one.footage(),
                one.camera(),
                one.office(),
                one.area(),
                one.room(),
                one.time(),
                one.here(),
                one.gaps(),
                millis,
                one.broken());
    }

    private static Segment broken(Segment one) {
        return new Segment(
                one.footage(),
                one.camera(),
                one.office(),
                one.area(),
                one.room(),
                one.time(),
                one.here(),
                one.gaps(),
                one.clockOffsetMillis(),
                IntegrityFinding.CHANGED);
    }
}
