package io.dovira.query.pages;

import io.dovira.events.Origin;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Offices that look like a busy morning, drawn from a seed, as the live endpoint tells them. Not thread-safe. */
final class FixtureOffices {
    static final int TARGET_SECONDS = 900;
    private static final List<String> SUMMED = List.of(
            "waiting",
            "called",
            "inService",
            "openDesks",
            "arrivedToday",
            "servedToday",
            "abandonedToday",
            "noShowToday",
            "n",
            "withinTarget");
    private static final String[][] TOWNS = {
        {"Львів", "Lviv"}, {"Дрогобич", "Drohobych"}, {"Стрий", "Stryi"}, {"Червоноград", "Chervonohrad"},
        {"Самбір", "Sambir"}, {"Золочів", "Zolochiv"}, {"Яворів", "Yavoriv"}, {"Вінниця", "Vinnytsia"},
        {"Жмеринка", "Zhmerynka"}, {"Хмільник", "Khmilnyk"}, {"Полтава", "Poltava"}, {"Миргород", "Myrhorod"}
    };

    private final Random random;
    private final List<Map<String, @Nullable Object>> offices = new ArrayList<>();
    private long position = 812_300;

    FixtureOffices(long seed, int count) {
        random = new Random(seed);
        for (int i = 0; i < count; i++) {
            offices.add(office(i));
        }
    }

    long position() {
        return position;
    }

    List<Map<String, @Nullable Object>> all() {
        return offices;
    }

    @Nullable
    Map<String, @Nullable Object> find(String id) {
        return offices.stream().filter(o -> id.equals(o.get("id"))).findFirst().orElse(null);
    }

    /** Changes some of the offices a little; returns those that changed. */
    List<Map<String, @Nullable Object>> change(int count) {
        Map<Object, Map<String, @Nullable Object>> changed = new LinkedHashMap<>();
        for (int i = 0; i < count; i++) {
            Map<String, @Nullable Object> office = offices.get(random.nextInt(offices.size()));
            if ("IMPORTED".equals(office.get("origin"))) {
                continue;
            }
            step(office);
            changed.put(office.get("id"), office);
        }
        return List.copyOf(changed.values());
    }

    /** Sums as the endpoint gives them, each origin apart. */
    Map<String, @Nullable Object> totals() {
        Map<String, @Nullable Object> totals = new LinkedHashMap<>();
        for (Origin origin : Origin.values()) {
            totals.put(origin.name(), totals(origin.name()));
        }
        return totals;
    }

    private Map<String, @Nullable Object> totals(String origin) {
        Map<String, @Nullable Object> totals = new LinkedHashMap<>();
        int meant = 0;
        String oldest = null;
        for (Map<String, @Nullable Object> office : offices) {
            if (!origin.equals(office.get("origin"))) {
                continue;
            }
            meant++;
            for (String field : SUMMED) {
                totals.put(field, integer(totals, field) + integer(office, field));
            }
            Object queued = office.get("oldestQueuedAt");
            if (queued != null && (oldest == null || queued.toString().compareTo(oldest) < 0)) {
                oldest = queued.toString();
            }
        }
        totals.put("offices", meant);
        totals.put("oldestQueuedAt", oldest);
        boolean some = integer(totals, "n") > 0;
        totals.put("waitP50", some ? 412.0 : null);
        totals.put("waitP90", some ? 1061.5 : null);
        level(totals);
        totals.put("csat", Map.of("n", some ? 341 : 0, "satisfied", some ? 302 : 0));
        return totals;
    }

    private Map<String, @Nullable Object> office(int i) {
        String[] town = TOWNS[i % TOWNS.length];
        int number = i / TOWNS.length + 1;
        boolean imported = i % 11 == 10;
        boolean simulated = i % 17 == 3;
        Map<String, @Nullable Object> o = new LinkedHashMap<>();
        o.put("id", (imported ? "im-" : simulated ? "sim-" : "live-") + town[1].toLowerCase(Locale.ROOT) + "-" + i);
        o.put(
                "name",
                imported
                        ? Map.of("und", "Community Board %02d BROOKLYN".formatted(i))
                        : Map.of(
                                "uk", "%s, відділ поліції № %d".formatted(town[0], number),
                                "en", "%s, police station No. %d".formatted(town[1], number)));
        o.put("organisation", imported ? "nypd" : "npu");
        o.put(
                "organisationName",
                imported
                        ? Map.of("und", "NYPD")
                        : Map.of("uk", "Національна поліція України", "en", "National Police of Ukraine"));
        String region = i % 12 < 7 ? "lviv" : i % 12 < 10 ? "vinnytsia" : "poltava";
        o.put("region", region);
        o.put(
                "regionName",
                switch (region) {
                    case "lviv" -> Map.of("uk", "Львівська область", "en", "Lviv oblast");
                    case "vinnytsia" -> Map.of("uk", "Вінницька область", "en", "Vinnytsia oblast");
                    default -> Map.of("uk", "Полтавська область", "en", "Poltava oblast");
                });
        o.put("timeZone", imported ? "America/New_York" : "Europe/Kyiv");
        o.put("origin", imported ? "IMPORTED" : simulated ? "SIMULATED" : "LIVE");
        int desks = 3 + random.nextInt(4);
        int open = imported || random.nextInt(9) == 0 ? 0 : 1 + random.nextInt(desks);
        int waiting = imported ? 0 : open == 0 ? (random.nextInt(3) == 0 ? 2 : 0) : random.nextInt(open * 2 + 1);
        int served = imported ? 0 : 8 + random.nextInt(60);
        o.put("waiting", waiting);
        o.put("called", open > 0 ? random.nextInt(2) : 0);
        o.put("inService", Math.min(open, random.nextInt(open + 1)));
        o.put("onHold", 0);
        o.put("openDesks", open);
        o.put("desks", desks);
        o.put("oldestQueuedAt", waiting > 0 ? ago(30 + random.nextInt(waiting > 3 ? 1300 : 760)) : null);
        due(o);
        o.put("arrivedToday", served + waiting + 2);
        o.put("servedToday", served);
        o.put("abandonedToday", served / 20);
        o.put("noShowToday", served / 30);
        o.put("waitP50", served < 30 ? null : 300.0 + random.nextInt(200));
        o.put("waitP90", served < 30 ? null : 700.0 + random.nextInt(500));
        o.put("n", served);
        o.put("withinTarget", served - served * random.nextInt(20) / 100);
        level(o);
        o.put("waitTargetSeconds", imported ? null : TARGET_SECONDS);
        o.put("csat", Map.of("n", served / 4, "satisfied", served / 5));
        o.put("observed", imported && i % 2 == 1 ? Map.of("waiting", 12, "openDesks", 4, "at", ago(700_000)) : null);
        o.put("openCases", imported && i % 2 == 0 ? 249 : null);
        o.put("lastFactAt", imported ? ago(700_000) : ago(random.nextInt(90)));
        o.put("position", position - random.nextInt(4000));
        return o;
    }

    private void step(Map<String, @Nullable Object> o) {
        position++;
        int waiting = integer(o, "waiting");
        boolean arrives = waiting == 0 || random.nextBoolean();
        o.put("waiting", arrives ? waiting + 1 : waiting - 1);
        if (arrives) {
            o.put("arrivedToday", integer(o, "arrivedToday") + 1);
            o.putIfAbsent("oldestQueuedAt", ago(0));
        } else {
            o.put("servedToday", integer(o, "servedToday") + 1);
            o.put("n", integer(o, "n") + 1);
            o.put("withinTarget", integer(o, "withinTarget") + 1);
            level(o);
            o.put("oldestQueuedAt", waiting == 1 ? null : ago(random.nextInt(600)));
        }
        due(o);
        o.put("lastFactAt", ago(0));
        o.put("position", position);
    }

    private static void level(Map<String, @Nullable Object> o) {
        int n = integer(o, "n");
        o.put("serviceLevel", n == 0 ? null : Map.of("formula", "F4", "part", integer(o, "withinTarget"), "whole", n));
    }

    private static void due(Map<String, @Nullable Object> o) {
        Object oldest = o.get("oldestQueuedAt");
        boolean promised = oldest != null && integer(o, "waiting") > 0;
        o.put("nextDue", promised ? Map.of("queuedAt", oldest, "targetSeconds", TARGET_SECONDS) : null);
    }

    /** Today's hours of the wait measure, as the metrics endpoint gives them. */
    List<Map<String, @Nullable Object>> hours() {
        ZoneId kyiv = ZoneId.of("Europe/Kyiv");
        Random steady = new Random(7);
        List<Map<String, @Nullable Object>> rows = new ArrayList<>();
        for (int hour = 8; hour <= 17; hour++) {
            int n = (int) (260 * Math.exp(-Math.pow((hour - 11) / 3.2, 2))) + steady.nextInt(30);
            Map<String, @Nullable Object> row = new LinkedHashMap<>();
            row.put(
                    "bucket",
                    LocalDate.now(kyiv)
                            .atTime(hour, 0)
                            .atZone(kyiv)
                            .toOffsetDateTime()
                            .toString());
            row.put("n", n);
            row.put("open", hour > 15 ? 12 : 0);
            row.put("p50", n < 30 ? null : 200.0 + n);
            row.put("p90", n < 30 ? null : 520.0 + 2.2 * n);
            rows.add(row);
        }
        return rows;
    }

    static String ago(long seconds) {
        return Instant.now().minusSeconds(seconds).toString();
    }

    static int integer(Map<String, @Nullable Object> map, String field) {
        return map.get(field) instanceof Number number ? number.intValue() : 0;
    }
}
