package io.dovira.events.metrics;

import java.util.Map;

/**
 * Shares and scores, each with the definition that is in force. None of an empty sample: there is no value where nobody was asked.
 */
public enum Score {
    CSAT(
            "csat",
            1,
            "%",
            "Satisfied: ratings of 4 and 5 of all ratings of 1 to 5. Attributed to the local day of the office on which the survey was offered, or "
                    + "answered if no offer is known. Below the smallest sample that the policy feedback-small-n names the ratings are shown, not the share.",
            "Задоволені: оцінки 4 і 5 серед усіх оцінок від 1 до 5. Належить до місцевого дня установи, коли запропоновано опитування, або коли дано "
                    + "відповідь, якщо пропозиція невідома. Коли відповідей менше, ніж вимагає політика feedback-small-n, показано оцінки, а не частку."),
    NPS(
            "nps",
            1,
            "points",
            "Net promoter score: percentage of 9 and 10 less percentage of 0 to 6, of all answers of 0 to 10; from -100 to 100. Attributed as csat, "
                    + "with the same smallest sample.",
            "Індекс готовності рекомендувати: відсоток відповідей 9 і 10 мінус відсоток відповідей від 0 до 6 серед усіх відповідей від 0 до 10; від -100 "
                    + "до 100. Належність і найменша вибірка — як у csat."),
    RESPONSE_RATE(
            "response-rate",
            1,
            "%",
            "Surveys answered of those offered. Those that can still be answered count as offered and are shown as open, so the rate of recent days is a "
                    + "lower bound.",
            "Частка опитувань із відповіддю серед запропонованих. Ті, на які ще можна відповісти, враховано як запропоновані й показано як відкриті, тому для "
                    + "останніх днів це нижня межа."),
    SLA_COMPLIANCE(
            "sla-compliance",
            2,
            "%",
            "Kept in time, of all clocks that were kept or missed. Legs: called within the wait target that the service had when the leg was queued, of all "
                    + "called legs with a target and of those who wait and whose target has passed; who left is not counted. Cases: closed by their due moment, of all closed ones with a due "
                    + "moment and of the open ones whose due moment has passed. Attributed to the local day of arrival, or of opening.",
            "Дотримано вчасно серед усіх строків, яких дотримано або які порушено. Етапи: викликані в межах норми очікування, яку послуга мала на час постановки "
                    + "в чергу, серед усіх викликаних етапів із нормою і тих, що ще чекають довше за неї; хто пішов, не рахується. Справи: закриті до встановленого строку серед усіх "
                    + "закритих зі строком і відкритих, чий строк минув. Належить до місцевого дня прибуття або відкриття."),
    ESTIMATE(
            "wait-estimate",
            1,
            "%",
            "Waits that ended by a call between the two moments that were told when the wait began, of all for which two moments were told; 80 of 100 ought "
                    + "to. By the local day on which the wait began. Not counted: waits of which nothing could be told, and visitors who left before a call; both "
                    + "are shown. Below 30 there is no share.",
            "Очікування, які завершилися викликом між двома моментами, названими на їх початку, серед усіх, для яких моменти було названо; має бути 80 зі 100. За "
                    + "місцевим днем початку очікування. Не враховано: очікування, про які нічого не можна було сказати, і відвідувачів, які пішли до виклику; і тих, "
                    + "і тих показано. Якщо їх менше 30, частки немає."),
    COVERAGE(
            "coverage",
            1,
            "%",
            "Communities with at least one certified officer who is assigned and present, of all communities registered by then. Occurred by the end of the "
                    + "day, as it is known now.",
            "Громади, де щонайменше один сертифікований поліцейський офіцер громади призначений і присутній, серед усіх зареєстрованих на той час громад. За "
                    + "подіями до кінця дня, як це відомо зараз.");

    /** Of 95 % on both sides of the normal distribution. */
    private static final double Z = 1.959964;

    private final String id;
    private final int version;
    private final String unit;
    private final String english;
    private final String ukrainian;

    Score(String id, int version, String unit, String english, String ukrainian) {
        this.id = id;
        this.version = version;
        this.unit = unit;
        this.english = english;
        this.ukrainian = ukrainian;
    }

    /** The definition in force. */
    public MetricDefinition definition() {
        return new MetricDefinition(id, version, unit, Map.of("en", english, "uk", ukrainian));
    }

    /** In percent. @throws IllegalArgumentException if the whole is empty */
    public static double percent(long part, long whole) {
        if (part < 0 || whole < 1 || part > whole) {
            throw new IllegalArgumentException(part + " of " + whole + " is no share");
        }
        return 100.0 * part / whole;
    }

    /** Between which two shares, in percent, the one lies that a sample was drawn from. */
    public record Interval(double low, double high) {}

    /** Of 95 %, after Wilson (1927): it holds for few and for nearly all, too. @throws IllegalArgumentException if the whole is empty */
    public static Interval interval(long part, long whole) {
        double share = percent(part, whole) / 100;
        double weight = Z * Z / whole;
        double middle = (share + weight / 2) / (1 + weight);
        double half = Z / (1 + weight) * Math.sqrt(share * (1 - share) / whole + weight / (4 * whole));
        return new Interval(100 * Math.max(0, middle - half), 100 * Math.min(1, middle + half));
    }

    /** The net promoter score. @throws IllegalArgumentException if nobody answered */
    public static double netPromoter(long promoters, long passives, long detractors) {
        long all = promoters + passives + detractors;
        return percent(promoters, all) - percent(detractors, all);
    }
}
