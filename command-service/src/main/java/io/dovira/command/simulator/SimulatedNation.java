package io.dovira.command.simulator;

import io.dovira.events.OfficeId;
import io.dovira.events.OrganisationId;
import io.dovira.events.RegionId;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/** The nation around the region of the demo: its regions, and the custody units in them. Same seed, same nation. */
final class SimulatedNation {
    /** Units with custody records, as the programme tells. */
    static final int UNITS = 130;

    static final ZoneId KYIV = ZoneId.of("Europe/Kyiv");

    static final OrganisationId POLICE = new OrganisationId("sim-national-police");
    static final Map<String, String> POLICE_NAME =
            Map.of("uk", "Національна поліція (симуляція)", "en", "National police (simulated)");

    /** A region as it is named. */
    record Region(RegionId id, String slug, String uk, String en) {
        Map<String, String> name() {
            return Map.of("uk", uk, "en", en);
        }
    }

    static final List<Region> REGIONS = List.of(
            region("vinnytsia", "Вінницька область", "Vinnytsia region"),
            region("volyn", "Волинська область", "Volyn region"),
            region("dnipro", "Дніпропетровська область", "Dnipropetrovsk region"),
            region("donetsk", "Донецька область", "Donetsk region"),
            region("zhytomyr", "Житомирська область", "Zhytomyr region"),
            region("zakarpattia", "Закарпатська область", "Zakarpattia region"),
            region("zaporizhzhia", "Запорізька область", "Zaporizhzhia region"),
            region("ivano-frankivsk", "Івано-Франківська область", "Ivano-Frankivsk region"),
            region("kyiv", "Київська область", "Kyiv region"),
            region("kropyvnytskyi", "Кіровоградська область", "Kirovohrad region"),
            region("luhansk", "Луганська область", "Luhansk region"),
            region("lviv-region", "Львівська область", "Lviv region"),
            region("mykolaiv-region", "Миколаївська область", "Mykolaiv region"),
            region("odesa", "Одеська область", "Odesa region"),
            region("poltava", "Полтавська область", "Poltava region"),
            region("rivne", "Рівненська область", "Rivne region"),
            region("sumy", "Сумська область", "Sumy region"),
            region("ternopil", "Тернопільська область", "Ternopil region"),
            region("kharkiv", "Харківська область", "Kharkiv region"),
            region("kherson", "Херсонська область", "Kherson region"),
            region("khmelnytskyi", "Хмельницька область", "Khmelnytskyi region"),
            region("cherkasy", "Черкаська область", "Cherkasy region"),
            region("chernivtsi", "Чернівецька область", "Chernivtsi region"),
            region("chernihiv", "Чернігівська область", "Chernihiv region"));

    private static final int LVIV = 11;

    private SimulatedNation() {}

    /** The custody units, at most {@code limit} of them, drawn from the seed; those of the demo's region first. */
    static List<CustodyProfile> units(long seed, int limit) {
        List<CustodyProfile> units = new ArrayList<>();
        for (int i = 0; i < Math.min(limit, UNITS); i++) {
            units.add(unit(i, new SplittableRandom(seed * 37 + i)));
        }
        return List.copyOf(units);
    }

    private static CustodyProfile unit(int index, SplittableRandom random) {
        Region region = REGIONS.get((LVIV + index) % REGIONS.size());
        int number = 1 + index / REGIONS.size();
        boolean large = index % 10 == 0;
        double staysPerDay = large ? 4 + random.nextDouble() : 0.3 + 0.6 * random.nextDouble();
        return new CustodyProfile(
                new OfficeId("sim-custody-%s-%d".formatted(region.slug(), number)),
                Map.of(
                        "uk", "Тримання №%d, %s".formatted(number, region.uk()),
                        "en", "Custody unit %d, %s".formatted(number, region.en())),
                POLICE,
                POLICE_NAME,
                region.id(),
                region.name(),
                KYIV,
                staysPerDay,
                (int) Math.ceil(staysPerDay * 4),
                large);
    }

    private static Region region(String slug, String uk, String en) {
        return new Region(new RegionId("sim-" + slug), slug, uk, en);
    }
}
