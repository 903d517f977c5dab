package io.dovira.command.platform;

import io.dovira.events.Fact;
import io.dovira.eventstore.log.EventLog;
import org.axonframework.common.lock.Lock;
import org.axonframework.common.lock.LockFactory;
import org.axonframework.common.lock.PessimisticLockFactory;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.MetaData;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.springframework.stereotype.Component;

/**
 * Gives numbers from 1 without gaps or doubles, one roll per stream. Not an aggregate: a roll has many entries and no state but its length,
 * which is one look at the index.
 *
 * <p>Within this process a lock keeps those who draw from one roll in line; among processes the log does, because the number is the place in
 * the stream, and the command is then decided again with the next number.
 */
@Component
public final class NumberRoll {
    private final EventLog log;
    private final EventStore events;
    private final LockFactory locks = PessimisticLockFactory.usingDefaults();

    NumberRoll(EventLog log, EventStore events) {
        this.log = log;
        this.events = events;
    }

    /** The next number of the roll, held until the unit of work ends. */
    public int next(String stream) {
        Lock lock = locks.obtainLock(stream);
        CurrentUnitOfWork.get().onCleanup(ended -> lock.release());
        return Math.toIntExact(log.lastSequence(stream).orElse(-1) + 2);
    }

    /** Takes the number, in the append of the unit of work. {@code type}: what Axon calls the kind of roll. */
    public void take(String type, String stream, int number, Fact drawn, MetaData meta) {
        events.publish(new GenericDomainEventMessage<>(type, stream, number - 1, drawn, meta));
    }
}
