package io.dovira.query.streams;

/** The type of an event as integrators see it: {@code io.dovira.visit.visitor-called.v1} is revision 1 of the fact {@code visit.visitor-called}. */
final class EventType {
    static final String PREFIX = "io.dovira.";

    private EventType() {}

    static String of(String fact, int revision) {
        return PREFIX + fact + ".v" + revision;
    }
}
