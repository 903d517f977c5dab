package io.dovira.query.live;

import io.dovira.events.visits.LegState;
import io.dovira.query.live.LiveVisit.DayEntry;
import io.dovira.query.live.LiveVisit.Service;
import io.dovira.query.live.LiveVisit.Wait;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * How one local day of an office went. Visits belong to the hour in which they arrived; answers to the day on which they were given.
 *
 * @param day {@code 2026-11-23}
 * @param hours those in which somebody arrived, ascending
 * @param ratings answers with a rating
 * @param satisfied those of 4 or 5
 * @param desks those at which somebody sat or was served, by id
 */
record Day(String office, String day, List<Hour> hours, int ratings, int satisfied, List<DeskDay> desks) {

    Day {
        hours = List.copyOf(hours);
        desks = List.copyOf(desks);
    }

    /**
     * How a desk was used, which gives its occupancy: time in service by time of the session without breaks.
     *
     * @param staffedMs for which somebody sat there and was not on a break, as far as a later fact of the desk has ended it
     * @param servingMs in service without holds, of the visits of this day whose service has ended
     */
    record DeskDay(String id, long staffedMs, long servingMs) {
        static DeskDay unused(String id) {
            return new DeskDay(id, 0, 0);
        }

        private DeskDay plus(long staffed, long serving) {
            return new DeskDay(id, staffedMs + staffed, servingMs + serving);
        }
    }

    /**
     * @param waits in ms, ascending
     * @param withTarget waits for which there was a target
     * @param withinTarget waits of at most their target
     * @param leftLate legs that were left after their target, before a call; null if there is none
     */
    record Hour(
            int hour,
            int arrived,
            int served,
            int abandoned,
            int noShow,
            List<Long> waits,
            int withTarget,
            int withinTarget,
            @Nullable Integer leftLate) {

        Hour {
            waits = List.copyOf(waits);
        }

        private static Hour empty(int hour) {
            return new Hour(hour, 0, 0, 0, 0, List.of(), 0, 0, null);
        }

        int left() {
            return leftLate == null ? 0 : leftLate;
        }

        private Hour changed(DayEntry entry, int by) {
            List<Long> all = new ArrayList<>(waits);
            int with = withTarget;
            int within = withinTarget;
            for (Wait wait : entry.waits()) {
                int found = Collections.binarySearch(all, wait.ms());
                if (by > 0) {
                    all.add(found < 0 ? -found - 1 : found, wait.ms());
                } else if (found >= 0) {
                    all.remove(found);
                } else {
                    throw new IllegalStateException("no such wait to take out: " + wait);
                }
                with += wait.hasTarget() ? by : 0;
                within += wait.within() ? by : 0;
            }
            int late = left() + by * entry.leftLate();
            return new Hour(
                    hour,
                    arrived + by,
                    served + (entry.ended() == LegState.SERVED ? by : 0),
                    abandoned + (entry.ended() == LegState.ABANDONED ? by : 0),
                    noShow + (entry.ended() == LegState.NO_SHOW ? by : 0),
                    all,
                    with,
                    within,
                    late == 0 ? null : (Integer) late);
        }
    }

    static Day empty(String office, String day) {
        return new Day(office, day, List.of(), 0, 0, List.of());
    }

    static String key(String office, String day) {
        return office + "/" + day;
    }

    Day plus(DayEntry entry) {
        return changed(entry, 1);
    }

    Day minus(DayEntry entry) {
        return changed(entry, -1);
    }

    Day rated(@Nullable Integer csat) {
        return csat == null ? this : new Day(office, day, hours, ratings + 1, satisfied + (csat >= 4 ? 1 : 0), desks);
    }

    /** How the desk was used, if at all. */
    DeskDay desk(String id) {
        return desks.stream().filter(desk -> desk.id().equals(id)).findFirst().orElseGet(() -> DeskDay.unused(id));
    }

    Day staffed(String desk, long ms) {
        return new Day(office, day, hours, ratings, satisfied, used(desks, desk, ms, 0));
    }

    private static List<DeskDay> used(List<DeskDay> desks, String desk, long staffedMs, long servingMs) {
        Map<String, DeskDay> all = new TreeMap<>();
        desks.forEach(each -> all.put(each.id(), each));
        DeskDay after = all.getOrDefault(desk, DeskDay.unused(desk)).plus(staffedMs, servingMs);
        if (after.equals(DeskDay.unused(desk))) {
            all.remove(desk);
        } else {
            all.put(desk, after);
        }
        return List.copyOf(all.values());
    }

    private Day changed(DayEntry entry, int by) {
        List<Hour> all = new ArrayList<>(hours);
        int index = 0;
        while (index < all.size() && all.get(index).hour() < entry.hour()) {
            index++;
        }
        if (index < all.size() && all.get(index).hour() == entry.hour()) {
            all.set(index, all.get(index).changed(entry, by));
        } else {
            all.add(index, Hour.empty(entry.hour()).changed(entry, by));
        }
        List<DeskDay> used = desks;
        for (Service service : entry.services()) {
            used = used(used, service.desk(), 0, by * service.ms());
        }
        return new Day(office, day, all, ratings, satisfied, used);
    }
}
