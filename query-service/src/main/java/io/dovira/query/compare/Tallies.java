package io.dovira.query.compare;

import io.dovira.events.Origin;
import io.dovira.query.compare.FunnelAnswer.OfOrigin;
import io.dovira.query.platform.Office;
import io.dovira.query.platform.ShareCounter.Tally;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What was counted, origins apart: figures of different origins are never mixed. Not thread-safe. */
final class Tallies implements Tally {
    private final Map<String, Office> offices = new HashMap<>();
    private final Map<Origin, Map<String, Map<String, Count>>> byService = new EnumMap<>(Origin.class);
    private final Map<Origin, Map<LocalDate, Count>> byDay = new EnumMap<>(Origin.class);

    @Override
    public void take(Office office, String service, LocalDate day, Origin origin, long part, long whole) {
        Count count = new Count(part, whole);
        offices.putIfAbsent(office.id(), office);
        byService
                .computeIfAbsent(origin, ignored -> new HashMap<>())
                .computeIfAbsent(office.id(), ignored -> new HashMap<>())
                .merge(service, count, Count::plus);
        byDay.computeIfAbsent(origin, ignored -> new HashMap<>()).merge(day, count, Count::plus);
    }

    /** How many entries there are of each origin, the most first. */
    List<OfOrigin> origins() {
        return byDay.entrySet().stream()
                .map(each -> new OfOrigin(
                        each.getKey(),
                        each.getValue().values().stream()
                                .mapToLong(Count::whole)
                                .sum()))
                .sorted(Comparator.comparingLong(OfOrigin::n).reversed().thenComparing(OfOrigin::origin))
                .toList();
    }

    /** Of one origin, by office and service. */
    Map<String, Map<String, Count>> byService(Origin origin) {
        return byService.getOrDefault(origin, Map.of());
    }

    /** Of one origin, by local day, whatever the office. */
    Map<LocalDate, Count> byDay(Origin origin) {
        return byDay.getOrDefault(origin, Map.of());
    }

    @Nullable
    Office office(String id) {
        return offices.get(id);
    }
}
