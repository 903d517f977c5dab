package io.dovira.events.visits;

import io.dovira.events.DeskId;
import io.dovira.events.ServiceId;
import io.dovira.events.StaffId;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One wait-and-serve cycle of a visit.
 *
 * <pre>
 *   queuedAt      calledAt     startedAt        heldAt                     endedAt
 *      |---- wait ----|--- way ----|--- service ---|-- hold --|-- service ----|
 * </pre>
 *
 * @param number from 1
 * @param calls how often it was called since it was last queued
 * @param calledAt the last call
 * @param heldAt start of the hold that runs now
 * @param held sum of the holds that have ended
 * @param onlyDesk the desk that a transfer asked for
 * @param onlyStaff the person that a transfer asked for
 * @param lastAt time of the newest fact of the leg; nothing in it may happen earlier
 */
public record Leg(
        int number,
        ServiceId service,
        LegState state,
        int calls,
        Instant queuedAt,
        @Nullable Instant calledAt,
        @Nullable Instant startedAt,
        @Nullable Instant heldAt,
        Duration held,
        @Nullable Instant endedAt,
        @Nullable DeskId desk,
        @Nullable StaffId staff,
        @Nullable DeskId onlyDesk,
        @Nullable StaffId onlyStaff,
        Instant lastAt) {

    static Leg queued(
            int number, ServiceId service, Instant at, @Nullable DeskId onlyDesk, @Nullable StaffId onlyStaff) {
        return new Leg(
                number,
                service,
                LegState.QUEUED,
                0,
                at,
                null,
                null,
                null,
                Duration.ZERO,
                null,
                null,
                null,
                onlyDesk,
                onlyStaff,
                at);
    }

    /** From entering the queue to the last call; empty while waiting and for who left before a call. */
    public Optional<Duration> waiting() {
        return between(queuedAt, calledAt);
    }

    /**
     * From entering the queue to leaving before a call; empty unless it ended so. Who left after a call has the wait until that call; a leg that
     * was put back into the queue has no call any more.
     */
    public Optional<Duration> abandonment() {
        return state == LegState.ABANDONED && calledAt == null ? between(queuedAt, endedAt) : Optional.empty();
    }

    /** From the last call to the start of service. */
    public Optional<Duration> way() {
        return calledAt == null ? Optional.empty() : between(calledAt, startedAt);
    }

    /** Time in service without holds; empty until the leg has ended in service. */
    public Optional<Duration> handling() {
        return startedAt == null
                ? Optional.empty()
                : between(startedAt, endedAt).map(total -> total.minus(held));
    }

    private static Optional<Duration> between(Instant from, @Nullable Instant to) {
        return to == null ? Optional.empty() : Optional.of(Duration.between(from, to));
    }

    Leg called(DeskId byDesk, StaffId byStaff, Instant at) {
        return new Leg(
                number,
                service,
                LegState.CALLED,
                calls + 1,
                queuedAt,
                at,
                null,
                null,
                held,
                null,
                byDesk,
                byStaff,
                onlyDesk,
                onlyStaff,
                at);
    }

    Leg recycled(Instant at) {
        return new Leg(
                number,
                service,
                LegState.QUEUED,
                0,
                queuedAt,
                null,
                null,
                null,
                held,
                null,
                null,
                null,
                onlyDesk,
                onlyStaff,
                at);
    }

    Leg started(DeskId atDesk, StaffId byStaff, Instant at) {
        return new Leg(
                number,
                service,
                LegState.IN_SERVICE,
                calls,
                queuedAt,
                calledAt,
                at,
                null,
                held,
                null,
                atDesk,
                byStaff,
                onlyDesk,
                onlyStaff,
                at);
    }

    Leg onHold(Instant at) {
        return with(LegState.ON_HOLD, at, held, null, at);
    }

    Leg resumed(Instant at) {
        return with(LegState.IN_SERVICE, null, heldUntil(at), null, at);
    }

    Leg ended(LegState how, Instant at) {
        return with(how, null, heldUntil(at), at, at);
    }

    /** The leg with one field set right; an unreadable value is refused by the decider before it is ever recorded. */
    Leg corrected(CorrectedField field, String is) {
        return new Leg(
                number,
                field == CorrectedField.SERVICE ? new ServiceId(is) : service,
                state,
                calls,
                field == CorrectedField.QUEUED_AT ? Instant.parse(is) : queuedAt,
                field == CorrectedField.CALLED_AT ? Instant.parse(is) : calledAt,
                field == CorrectedField.STARTED_AT ? Instant.parse(is) : startedAt,
                heldAt,
                held,
                field == CorrectedField.ENDED_AT ? Instant.parse(is) : endedAt,
                field == CorrectedField.DESK ? new DeskId(is) : desk,
                field == CorrectedField.STAFF ? new StaffId(is) : staff,
                onlyDesk,
                onlyStaff,
                lastAt);
    }

    /** The text form of a field that a correction may name; empty if the leg has no such value. */
    public Optional<String> text(CorrectedField field) {
        Object value = switch (field) {
            case QUEUED_AT -> queuedAt;
            case CALLED_AT -> calledAt;
            case STARTED_AT -> startedAt;
            case ENDED_AT -> endedAt;
            case SERVICE -> service;
            case DESK -> desk;
            case STAFF -> staff;
        };
        return Optional.ofNullable(value).map(Object::toString);
    }

    private Duration heldUntil(Instant at) {
        return heldAt == null ? held : held.plus(Duration.between(heldAt, at));
    }

    private Leg with(
            LegState newState,
            @Nullable Instant newHeldAt,
            Duration newHeld,
            @Nullable Instant newEndedAt,
            Instant at) {
        return new Leg(
                number,
                service,
                newState,
                calls,
                queuedAt,
                calledAt,
                startedAt,
                newHeldAt,
                newHeld,
                newEndedAt,
                desk,
                staff,
                onlyDesk,
                onlyStaff,
                at);
    }
}
