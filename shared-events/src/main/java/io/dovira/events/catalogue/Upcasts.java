package io.dovira.events.catalogue;

import io.dovira.events.appeals.ReceiptCode;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * How a payload that was written in an old revision reads as the newest. Each step makes one revision the next; it is pure and stays for as
 * long as a log may hold what it reads. What an old revision did not know stays unknown: a step translates, it never guesses.
 *
 * <p>A payload is seen as its fields in the stored order: String, Integer, Long, Double, Boolean, Instant, Map or List.
 */
public final class Upcasts {
    /** By stored name: the first step reads revision 1, the second revision 2, and so on. */
    private static final Map<String, List<UnaryOperator<Map<String, Object>>>> STEPS = Map.of(
            "appeal.appeal-corrected", List.of(Upcasts::moreIsKnown),
            "appeal.appeal-lodged", List.of(Upcasts::receiptAsDigest),
            "appeal.info-received", List.of(Upcasts::moreIsKnown),
            "appeal.info-requested", List.of(Upcasts::moreIsKnown),
            "feedback.survey-answered", List.of(Upcasts::moreIsKnown),
            "feedback.survey-offered", List.of(Upcasts::moreIsKnown),
            "queue.queue-observed", List.of(Upcasts::serviceTimeInSeconds),
            "ticket.number-drawn", List.of(Upcasts::dayWithoutTime),
            "visit.visit-corrected", List.of(Upcasts::moreIsKnown));

    private Upcasts() {}

    /** Whether a payload of this revision must be upcast before it is read. A name that nobody knows is never old. */
    public static boolean isOld(String name, int revision) {
        return revision >= 1 && revision <= steps(name).size();
    }

    /**
     * The payload as the newest revision writes it. The one that was given is left as it is.
     *
     * @throws IllegalArgumentException if it does not hold what its revision holds
     */
    public static Map<String, Object> toNewest(String name, int revision, Map<String, Object> payload) {
        Map<String, Object> upcast = new LinkedHashMap<>(payload);
        if (isOld(name, revision)) {
            for (UnaryOperator<Map<String, Object>> step :
                    steps(name).subList(revision - 1, steps(name).size())) {
                upcast = step.apply(upcast);
            }
        }
        return upcast;
    }

    static int newest(String name) {
        return steps(name).size() + 1;
    }

    private static List<UnaryOperator<Map<String, Object>>> steps(String name) {
        return STEPS.getOrDefault(name, List.of());
    }

    /** Another revision that only knows more: what it adds stays unknown. */
    private static Map<String, Object> moreIsKnown(Map<String, Object> payload) {
        return payload;
    }

    /** Revision 2: who reads the fact does not hold the citizen's code. */
    private static Map<String, Object> receiptAsDigest(Map<String, Object> payload) {
        return renamed(payload, "receipt", "receipt", receipt -> {
            if (receipt instanceof String code) {
                return new ReceiptCode(code).digest().value();
            }
            throw new IllegalArgumentException("receipt is no text: " + receipt);
        });
    }

    /** Revision 2: seconds, as everywhere; the source's minutes were the only other unit in the log. */
    private static Map<String, Object> serviceTimeInSeconds(Map<String, Object> payload) {
        return renamed(payload, "serviceMinutes", "serviceSeconds", minutes -> {
            if (minutes instanceof Integer whole) {
                return Math.toIntExact(Duration.ofMinutes(whole).toSeconds());
            }
            throw new IllegalArgumentException("serviceMinutes is no whole number: " + minutes);
        });
    }

    /** Revision 2: a day is a date. It was written as its first instant in UTC, which a reader elsewhere took for another day. */
    private static Map<String, Object> dayWithoutTime(Map<String, Object> payload) {
        return renamed(payload, "day", "day", day -> {
            if (day instanceof Instant midnight) {
                return midnight.atZone(ZoneOffset.UTC).toLocalDate().toString();
            }
            throw new IllegalArgumentException("day is no time: " + day);
        });
    }

    /** The field under its new name with its new value, at its old place; absent stays absent. */
    private static Map<String, Object> renamed(
            Map<String, Object> payload, String from, String to, UnaryOperator<Object> change) {
        Map<String, Object> renamed = new LinkedHashMap<>();
        payload.forEach((field, value) -> {
            if (field.equals(from)) {
                renamed.put(to, change.apply(value));
            } else {
                renamed.put(field, value);
            }
        });
        return renamed;
    }
}
