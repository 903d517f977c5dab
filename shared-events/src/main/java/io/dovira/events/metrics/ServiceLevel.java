package io.dovira.events.metrics;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The five formulas in use for "how many were called in time", each a definition of its own: they differ in what becomes of those who left.
 *
 * <pre>
 *   Y within which a call should come        X short cut-off: who leaves sooner has not really waited (F5 only)
 *   answered   legs that were called         abandoned   legs whose visitor left before a call
 * </pre>
 *
 * Source: callcentrehelper.com, "service level threshold calculations"; {@link #F4} is the one shown where no other is asked for.
 */
public enum ServiceLevel {
    F1(
            "(called within Y + left within Y) / (called + left). Who left within Y counts as served in time.",
            "(викликані в межах Y + пішли в межах Y) / (викликані + пішли). Хто пішов у межах Y, вважається обслуженим вчасно."),
    F2(
            "called within Y / called. Who left is not looked at.",
            "викликані в межах Y / викликані. Ті, хто пішов, не враховані."),
    F3(
            "called within Y / (called + left). Everybody who left counts against the office.",
            "викликані в межах Y / (викликані + пішли). Кожен, хто пішов, погіршує показник."),
    F4(
            "called within Y / (called + left after Y). Who left within Y is left out: the office could still have kept its word.",
            "викликані в межах Y / (викликані + пішли після Y). Хто пішов у межах Y, не врахований: установа ще могла встигнути."),
    F5(
            "(called within Y + left within X) / (called + left). Only who left within the short cut-off X counts as served in time.",
            "(викликані в межах Y + пішли в межах X) / (викликані + пішли). Лише хто пішов у межах короткої межі X, вважається обслуженим вчасно.");

    private static final String ENGLISH =
            " Per leg, by its waiting time (wait@2) and by the time until the visitor left (abandonment@1); Y is the number that was asked for, or else the "
                    + "wait target of the leg's service when it was queued. Legs closed by the system, and without a target where it decides, do not count; who "
                    + "still waits is shown as open.";
    private static final String UKRAINIAN =
            " За етапами: за часом очікування (wait@2) і за часом до відходу (abandonment@1); Y — число із запиту, а без нього норма очікування послуги на "
                    + "час постановки в чергу. Етапи, закриті системою, та етапи без норми, коли вирішує вона, не рахуються; ті, хто ще чекає, показані як відкриті.";

    private final String english;
    private final String ukrainian;

    ServiceLevel(String english, String ukrainian) {
        this.english = english;
        this.ukrainian = ukrainian;
    }

    /**
     * What the formulas are computed from.
     *
     * @param answeredWithin of the answered, those called within Y
     * @param abandonedWithin of the abandoned, those who left within Y
     * @param abandonedShort of the abandoned, those who left within X; 0 if no formula needs it
     */
    public record Counts(
            long answered, long answeredWithin, long abandoned, long abandonedWithin, long abandonedShort) {
        public Counts {
            if (answeredWithin < 0
                    || answeredWithin > answered
                    || abandonedWithin < 0
                    || abandonedWithin > abandoned
                    || abandonedShort < 0
                    || abandonedShort > abandoned) {
                throw new IllegalArgumentException("a part is more than its whole");
            }
        }
    }

    /** Those that count as in time. */
    public long part(Counts counts) {
        return switch (this) {
            case F1 -> counts.answeredWithin + counts.abandonedWithin;
            case F2, F3, F4 -> counts.answeredWithin;
            case F5 -> counts.answeredWithin + counts.abandonedShort;
        };
    }

    /** Those of whom they are a part. */
    public long whole(Counts counts) {
        return switch (this) {
            case F2 -> counts.answered;
            case F1, F3, F5 -> counts.answered + counts.abandoned;
            case F4 -> counts.answered + counts.abandoned - counts.abandonedWithin;
        };
    }

    /** Whether it depends on the short cut-off X. */
    public boolean needsShort() {
        return this == F5;
    }

    /** The definition in force. */
    public MetricDefinition definition() {
        return new MetricDefinition(
                "service-level-" + name().toLowerCase(Locale.ROOT),
                2,
                "%",
                Map.of("en", english + ENGLISH, "uk", ukrainian + UKRAINIAN));
    }

    /** By its name in a request, {@code F4}. */
    public static Optional<ServiceLevel> byName(String name) {
        return Arrays.stream(values())
                .filter(level -> level.name().equals(name))
                .findFirst();
    }
}
