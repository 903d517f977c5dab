package io.dovira.query.compare;

import io.dovira.access.OfficeScope;
import io.dovira.events.OfficeId;
import io.dovira.events.Origin;
import io.dovira.events.metrics.Score;
import io.dovira.query.platform.Office;
import io.dovira.query.platform.ShareCounter;
import io.dovira.query.platform.ShareQuestion;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Comparisons of made-up offices, for the page: forty-two in three regions with four services, of five weeks. "Office 7" has become slow, "Office 12" is
 * quick, three are small. Those of the north see the offices of the north only.
 */
public final class StagedComparisons {
    private static final ZoneId ZONE = ZoneId.of("Europe/Kyiv");
    private static final List<String> SERVICES = List.of("advice", "appeal", "permit", "weapons");
    private static final double[] RATES = {0.93, 0.86, 0.74, 0.6};
    private static final int DAYS = 35;
    private static final int OFFICES = 42;
    private static final long SEED = 7;

    private final Comparisons comparisons = new Comparisons(List.of(new MadeUp()), Clock.system(ZONE));

    public Object funnel(Map<String, String[]> parameters, boolean onlyNorth) {
        return comparisons.funnel(CompareRequest.funnel(parameters, comparisons.measures()), scope(onlyNorth));
    }

    public Object control(Map<String, String[]> parameters, boolean onlyNorth) {
        return comparisons.control(CompareRequest.control(parameters, comparisons.measures()), scope(onlyNorth));
    }

    private static OfficeScope scope(boolean onlyNorth) {
        return onlyNorth
                ? OfficeScope.only(IntStream.range(0, OFFICES)
                        .filter(number -> number % 3 == 0)
                        .mapToObj(number -> new OfficeId("office-" + number))
                        .collect(Collectors.toSet()))
                : OfficeScope.all();
    }

    private static final class MadeUp implements ShareCounter {
        private final List<Office> offices =
                IntStream.range(0, OFFICES).mapToObj(MadeUp::office).toList();

        @Override
        public List<String> measures() {
            return List.of("wait", "service-level", "response", "csat", "response-rate");
        }

        @Override
        public Counted count(ShareQuestion question, OfficeScope scope, Tally tally) {
            question.requireKnown(offices);
            LocalDate today = LocalDate.now(Clock.system(ZONE));
            // Of cases there are none, so that the page can show that too.
            int last = question.measure().equals("response") ? 0 : OFFICES;
            for (int number = 0; number < last; number++) {
                Office office = offices.get(number);
                Random random = new Random(SEED + number);
                for (int back = DAYS; back >= 0; back--) {
                    LocalDate day = today.minusDays(back);
                    for (int service = 0; service < SERVICES.size(); service++) {
                        long whole = whole(number, service, random);
                        double rate = RATES[service] + talent(office.id(), day, today);
                        long part = random.doubles(whole)
                                .filter(chance -> chance < rate)
                                .count();
                        if (whole > 0 && wants(question, scope, office, SERVICES.get(service), day)) {
                            tally.take(office, SERVICES.get(service), day, Origin.SIMULATED, part, whole);
                        }
                    }
                }
            }
            return new Counted(List.of(Score.SLA_COMPLIANCE.definition()), 812_334, 30, null);
        }

        private static long whole(int number, int service, Random random) {
            if (number >= OFFICES - 3) {
                return service == 0 && random.nextInt(12) == 0 ? 1 : 0;
            }
            // The greater ones give more of everything, the smaller ones mostly advice.
            int size = 1 + number % 9;
            return random.nextInt(1 + size * (service == 0 ? 4 : 1 + number % 3));
        }

        private static double talent(String office, LocalDate day, LocalDate today) {
            return switch (office) {
                case "office-7" -> day.isAfter(today.minusDays(14)) ? -0.22 : 0;
                case "office-12" -> 0.12;
                default -> 0;
            };
        }

        private static boolean wants(
                ShareQuestion question, OfficeScope scope, Office office, String service, LocalDate day) {
            LocalDate from = question.from();
            LocalDate to = question.to();
            return scope.allows(new OfficeId(office.id()))
                    && all(question.offices(), office.id())
                    && all(question.regions(), office.region())
                    && all(question.services(), service)
                    && (from == null || !day.isBefore(from))
                    && (to == null || day.isBefore(to));
        }

        private static boolean all(Set<String> wanted, String value) {
            return wanted.isEmpty() || wanted.contains(value);
        }

        private static Office office(int number) {
            String region = List.of("north", "east", "west").get(number % 3);
            List<Office.Service> services = new ArrayList<>();
            for (String service : SERVICES) {
                services.add(new Office.Service(
                        service, Map.of("en", "Service " + service, "uk", "Послуга " + service), 900, true));
            }
            return new Office(
                    "office-" + number,
                    Map.of("en", "Office " + number, "uk", "Відділ № " + number),
                    "police",
                    Map.of("en", "Police"),
                    region,
                    Map.of("en", "Region " + region, "uk", "Область " + region),
                    ZONE.getId(),
                    services,
                    List.of(),
                    false);
        }
    }
}
