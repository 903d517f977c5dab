package io.dovira.command.visits;

import io.dovira.events.OfficeId;
import io.dovira.events.tickets.TicketNumberDrawn;
import io.dovira.eventstore.log.EventLog;
import java.time.LocalDate;
import org.axonframework.common.lock.Lock;
import org.axonframework.common.lock.LockFactory;
import org.axonframework.common.lock.PessimisticLockFactory;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.MetaData;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.springframework.stereotype.Component;

/**
 * The roll of ticket numbers of each office and day. Not an aggregate: a roll of a busy day has a thousand entries and no state but its
 * length, which is one look at the index.
 *
 * <p>Within this process a lock keeps arrivals of one office in line; among processes the log does, because the number is the place in the
 * stream, and the command is then decided again with the next number.
 */
@Component
final class TicketRoll {
    private static final String TYPE = "TicketRoll";

    private final EventLog log;
    private final EventStore events;
    private final LockFactory locks = PessimisticLockFactory.usingDefaults();

    TicketRoll(EventLog log, EventStore events) {
        this.log = log;
        this.events = events;
    }

    /** The next number, held until the unit of work ends. */
    int next(OfficeId office, LocalDate day) {
        String stream = TicketNumberDrawn.stream(office, day);
        Lock lock = locks.obtainLock(stream);
        CurrentUnitOfWork.get().onCleanup(ended -> lock.release());
        return Math.toIntExact(log.lastSequence(stream).orElse(-1) + 2);
    }

    /** Takes the number, in the append of the unit of work. */
    void record(TicketNumberDrawn drawn, MetaData meta) {
        events.publish(new GenericDomainEventMessage<>(
                TYPE, TicketNumberDrawn.stream(drawn.office(), drawn.day()), drawn.number() - 1, drawn, meta));
    }
}
