package io.dovira.events.metrics;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The measures, each with the definition that is in force. Notation per leg: {@code tq} entered the queue, {@code tc} last call, {@code ts}
 * service started, {@code te} service ended.
 *
 * <p>Common to all: attributed to the hour in which the visit arrived or the case was opened, in the office's own time zone; zero is a
 * value; a leg that the system closed never counts; a negative duration is left out and counted as excluded; who has arrived and is not
 * finished for the measure is counted as open.
 */
public enum Measure {
    WAIT(
            "wait",
            2,
            "Waiting time per leg: tc - tq, the last call wins. Legs closed by the system and legs that ended without a call do not count. "
                    + "Within target: at most the wait target that the service had when the leg was queued: the office's own, or else that of the policy "
                    + "visit-wait-<service> or visit-wait in force then, as it was known then.",
            "Час очікування кожного етапу: tc - tq, рахується останній виклик. Етапи, закриті системою, та етапи без виклику не "
                    + "рахуються. У межах норми: не довше за норму очікування, яку послуга мала на час постановки в чергу: власну норму установи, а без неї — "
                    + "норму чинної тоді політики visit-wait-<послуга> або visit-wait, як її тоді знали."),
    TIME_TO_SERVICE(
            "time-to-service",
            1,
            "What citizens feel. Visit: first service start - tq of the first leg. Case: first response of a person - opening.",
            "Те, що відчуває громадянин. Візит: початок першого обслуговування - tq першого етапу. Справа: перша відповідь людини - "
                    + "відкриття."),
    HANDLING(
            "handling",
            1,
            "Time in service per served leg: te - ts without the holds. Transferred, missed and abandoned legs do not count.",
            "Час обслуговування кожного обслуженого етапу: te - ts без пауз. Передані, пропущені та покинуті етапи не рахуються."),
    RESPONSE(
            "response",
            1,
            "Case: closing - opening. On time: closed at the due moment or before it.",
            "Справа: закриття - відкриття. Вчасно: закрито не пізніше встановленого строку."),
    SOJOURN(
            "sojourn",
            1,
            "Visit: te of the last leg - tq of the first one, for visits that ended with a service. Case: last step - first step, as recorded "
                    + "so far; open while it has no step.",
            "Візит: te останнього етапу - tq першого, для візитів, що завершилися обслуговуванням. Справа: останній крок - перший крок, "
                    + "скільки записано; відкрита, доки немає жодного кроку."),
    ABANDONMENT(
            "abandonment",
            1,
            "How long a leg's visitor waited who left before a call: leaving - tq. Legs closed by the system and legs that were called do not count. "
                    + "Within target: left before the wait target was reached, or just then.",
            "Скільки чекав відвідувач етапу, який пішов до виклику: відхід - tq. Етапи, закриті системою, та викликані етапи не рахуються. "
                    + "У межах норми: пішов не пізніше, ніж минула норма очікування.");

    /** Goes with the measures that last while they are open. */
    public static final MetricDefinition P90_WITH_OPEN = new MetricDefinition(
            "p90-with-open",
            1,
            "s",
            Map.of(
                    "en",
                    "The 90th percentile (nearest rank) of what is finished together with what is still open, which counts with the time that has passed since it "
                            + "began. That time only grows, so the true figure is this one or more: a lower bound. For wait, time-to-service and response; not of "
                            + "imported entries, of which nobody knows whether they are open still; none below 30 of both together.",
                    "uk",
                    "90-й перцентиль (найближчий ранг) усього завершеного разом із тим, що ще триває й рахується за часом, який минув від початку. Цей час лише "
                            + "зростає, тому справжнє значення таке саме або більше: це нижня межа. Для wait, time-to-service і response; не для імпортованих записів, бо "
                            + "ніхто не знає, чи вони ще відкриті; якщо разом менше 30, значення немає."));

    private final String id;
    private final int version;
    private final String english;
    private final String ukrainian;

    Measure(String id, int version, String english, String ukrainian) {
        this.id = id;
        this.version = version;
        this.english = english;
        this.ukrainian = ukrainian;
    }

    /** The definition in force. */
    public MetricDefinition definition() {
        return new MetricDefinition(id, version, "s", Map.of("en", english, "uk", ukrainian));
    }

    /** Whether an open entry has lasted since it began, so that it will be at least so long when it is finished. */
    public boolean lastsWhileOpen() {
        return this == WAIT || this == TIME_TO_SERVICE || this == RESPONSE;
    }

    /** The name in requests and stored documents. */
    public String id() {
        return id;
    }

    public static Optional<Measure> byId(String id) {
        return Arrays.stream(values())
                .filter(measure -> measure.id().equals(id))
                .findFirst();
    }

    /** Every definition in force. */
    public static List<MetricDefinition> definitions() {
        return Arrays.stream(values()).map(Measure::definition).toList();
    }
}
