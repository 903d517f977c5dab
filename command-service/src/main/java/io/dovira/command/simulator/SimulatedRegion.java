package io.dovira.command.simulator;

import io.dovira.events.OfficeId;
import io.dovira.events.OrganisationId;
import io.dovira.events.RegionId;
import io.dovira.events.ServiceId;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/** The region of the demo: forty front offices in and around one city. Same seed, same region. */
final class SimulatedRegion {
    private static final ZoneId KYIV = ZoneId.of("Europe/Kyiv");
    private static final OrganisationId POLICE = new OrganisationId("sim-police");
    private static final Map<String, String> POLICE_NAME =
            Map.of("uk", "Поліція області (симуляція)", "en", "Regional police (simulated)");

    static final List<SimulatedService> CATALOGUE = List.of(
            service("advice", "Консультація", "Advice", 0.38, 7, 0.55, null),
            service("appeal", "Подання звернення", "Lodging an appeal", 0.24, 14, 0.50, 20),
            service("report", "Повідомлення про злочин", "Reporting a crime", 0.12, 21, 0.55, 10),
            service("certificate", "Довідка про несудимість", "Criminal-record certificate", 0.16, 6, 0.40, 20),
            service("weapons", "Дозвіл на зброю", "Weapons permit", 0.10, 16, 0.45, 30));

    /** Community, name of the office in Ukrainian and English. One community may have several offices. */
    private static final String[][] PLACES = {
        {"lviv", "Львівська громада", "Lviv community", "Львів, Галицький", "Lviv Halytskyi"},
        {"lviv", "Львівська громада", "Lviv community", "Львів, Залізничний", "Lviv Zaliznychnyi"},
        {"lviv", "Львівська громада", "Lviv community", "Львів, Личаківський", "Lviv Lychakivskyi"},
        {"lviv", "Львівська громада", "Lviv community", "Львів, Сихівський", "Lviv Sykhivskyi"},
        {"lviv", "Львівська громада", "Lviv community", "Львів, Франківський", "Lviv Frankivskyi"},
        {"lviv", "Львівська громада", "Lviv community", "Львів, Шевченківський", "Lviv Shevchenkivskyi"},
        {"lviv", "Львівська громада", "Lviv community", "Львів, вокзал", "Lviv railway station"},
        {"lviv", "Львівська громада", "Lviv community", "Винники", "Vynnyky"},
        {"drohobych", "Дрогобицька громада", "Drohobych community", "Дрогобич, центр", "Drohobych centre"},
        {"drohobych", "Дрогобицька громада", "Drohobych community", "Стебник", "Stebnyk"},
        {"truskavets", "Трускавецька громада", "Truskavets community", "Трускавець", "Truskavets"},
        {"boryslav", "Бориславська громада", "Boryslav community", "Борислав", "Boryslav"},
        {"sambir", "Самбірська громада", "Sambir community", "Самбір", "Sambir"},
        {"staryi-sambir", "Старосамбірська громада", "Staryi Sambir community", "Старий Самбір", "Staryi Sambir"},
        {"turka", "Турківська громада", "Turka community", "Турка", "Turka"},
        {"khyriv", "Хирівська громада", "Khyriv community", "Хирів", "Khyriv"},
        {"stryi", "Стрийська громада", "Stryi community", "Стрий, центр", "Stryi centre"},
        {"stryi", "Стрийська громада", "Stryi community", "Стрий, вокзал", "Stryi railway station"},
        {"morshyn", "Моршинська громада", "Morshyn community", "Моршин", "Morshyn"},
        {"skole", "Сколівська громада", "Skole community", "Сколе", "Skole"},
        {"zhydachiv", "Жидачівська громада", "Zhydachiv community", "Жидачів", "Zhydachiv"},
        {"mykolaiv", "Миколаївська громада", "Mykolaiv community", "Миколаїв", "Mykolaiv"},
        {"novyi-rozdil", "Новороздільська громада", "Novyi Rozdil community", "Новий Розділ", "Novyi Rozdil"},
        {"khodoriv", "Ходорівська громада", "Khodoriv community", "Ходорів", "Khodoriv"},
        {"chervonohrad", "Шептицька громада", "Sheptytskyi community", "Шептицький, центр", "Sheptytskyi centre"},
        {"sokal", "Сокальська громада", "Sokal community", "Сокаль", "Sokal"},
        {"belz", "Белзька громада", "Belz community", "Белз", "Belz"},
        {"radekhiv", "Радехівська громада", "Radekhiv community", "Радехів", "Radekhiv"},
        {"zolochiv", "Золочівська громада", "Zolochiv community", "Золочів", "Zolochiv"},
        {"brody", "Бродівська громада", "Brody community", "Броди", "Brody"},
        {"busk", "Буська громада", "Busk community", "Буськ", "Busk"},
        {"kamianka", "Кам'янка-Бузька громада", "Kamianka-Buzka community", "Кам'янка-Бузька", "Kamianka-Buzka"},
        {"zhovkva", "Жовківська громада", "Zhovkva community", "Жовква", "Zhovkva"},
        {"rava-ruska", "Рава-Руська громада", "Rava-Ruska community", "Рава-Руська", "Rava-Ruska"},
        {"yavoriv", "Яворівська громада", "Yavoriv community", "Яворів", "Yavoriv"},
        {"novoiavorivsk", "Новояворівська громада", "Novoiavorivsk community", "Новояворівськ", "Novoiavorivsk"},
        {"mostyska", "Мостиська громада", "Mostyska community", "Мостиська", "Mostyska"},
        {"horodok", "Городоцька громада", "Horodok community", "Городок", "Horodok"},
        {"pustomyty", "Пустомитівська громада", "Pustomyty community", "Пустомити", "Pustomyty"},
        {"peremyshliany", "Перемишлянська громада", "Peremyshliany community", "Перемишляни", "Peremyshliany"},
    };

    private SimulatedRegion() {}

    /** The offices, at most {@code limit} of them, drawn from the seed. */
    static List<OfficeProfile> offices(long seed, int limit) {
        List<OfficeProfile> offices = new ArrayList<>();
        for (int i = 0; i < Math.min(limit, PLACES.length); i++) {
            offices.add(office(i, new SplittableRandom(seed * 31 + i)));
        }
        return List.copyOf(offices);
    }

    private static OfficeProfile office(int index, SplittableRandom random) {
        String[] place = PLACES[index];
        // The city's offices are larger; each extra day desk comes with the visitors that keep it busy.
        int dayDesks = place[0].equals("lviv") ? 1 + random.nextInt(3) : random.nextInt(2);
        double load = 0.80 + 0.28 * random.nextDouble();
        return new OfficeProfile(
                new OfficeId("sim-%02d-%s".formatted(index + 1, place[0])),
                Map.of("uk", place[3], "en", place[4]),
                POLICE,
                POLICE_NAME,
                new RegionId("sim-" + place[0]),
                Map.of("uk", place[1], "en", place[2]),
                KYIV,
                dayDesks,
                (dayDesks + 1) * 19 * load,
                1.80 + 0.5 * random.nextDouble(),
                CATALOGUE);
    }

    private static SimulatedService service(
            String id, String uk, String en, double share, int minutes, double sigma, @Nullable Integer target) {
        return new SimulatedService(
                new ServiceId(id),
                Map.of("uk", uk, "en", en),
                share,
                Duration.ofMinutes(minutes),
                sigma,
                target == null ? null : Duration.ofMinutes(target));
    }
}
