package io.dovira.command.platform;

import io.dovira.events.Fact;
import io.dovira.eventstore.axon.LogEventStorageEngine;
import io.dovira.eventstore.log.Appended;
import io.dovira.eventstore.log.EventLog;
import io.dovira.eventstore.log.LogException;
import io.dovira.eventstore.log.StoredEvent;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.CommandResultMessage;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.common.lock.LockAcquisitionFailedException;
import org.axonframework.messaging.GenericMessage;
import org.axonframework.messaging.InterceptorChain;
import org.axonframework.messaging.MetaData;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Sends commands to their handlers and waits until their facts are safe. Thread-safe; the caller's thread does the work and blocks, so call it
 * on a virtual thread.
 *
 * <p>When another append was first at a place of a stream, the command is decided again, on the new state. The decider then accepts or says
 * what stands in the way; after {@value #ATTEMPTS} attempts the answer is {@link PlatformReason#CONCURRENT_CHANGE}.
 *
 * <p>The log is the store of idempotency: the ids of the facts derive from the request, so a repeated request finds its own facts and gets the
 * same answer, also after a crash between commit and answer. A request that was refused recorded nothing and is decided anew.
 */
@Component
public final class Commands {
    static final int ATTEMPTS = 8;
    static final String STREAM = "stream";
    private static final String PLACE = "place";

    private final CommandBus bus;
    private final EventLog log;
    private final States states;
    private final MeterRegistry meters;

    Commands(CommandBus bus, EventLog log, States states, MeterRegistry meters) {
        this.bus = bus;
        this.log = log;
        this.states = states;
        this.meters = meters;
        bus.registerHandlerInterceptor(Commands::notePlace);
    }

    /**
     * Has the command decided and recorded.
     *
     * @param stream of the thing that the command is for
     * @throws Refused if the answer is no; nothing is recorded
     * @throws LogException if the log does not answer; the exception says whether anything may be recorded
     */
    public <F extends Fact, S> Done<S> send(Subject<F, S> subject, String stream, Object command, Intent intent) {
        Timer.Sample started = Timer.start(meters);
        String outcome = "failed";
        try {
            Optional<Done<S>> before = recordedBefore(subject, stream, intent);
            if (before.isPresent()) {
                outcome = "replayed";
                return before.get();
            }
            Done<S> done = decideAndRecord(subject, stream, command, intent);
            outcome = "accepted";
            return done;
        } catch (Refused e) {
            outcome = "refused";
            throw e;
        } finally {
            started.stop(Timer.builder("dovira.commands")
                    .description("Commands, from request to durable facts or refusal")
                    .tag("command", command.getClass().getSimpleName())
                    .tag("outcome", outcome)
                    .serviceLevelObjectives(Buckets.DURATIONS)
                    .register(meters));
        }
    }

    private <F extends Fact, S> Done<S> decideAndRecord(
            Subject<F, S> subject, String stream, Object command, Intent intent) {
        for (int attempt = 1; ; attempt++) {
            AtomicReference<@Nullable Appended> place = new AtomicReference<>();
            CommandResultMessage<?> result = dispatch(subject, stream, command, intent, place);
            if (result.isExceptional()) {
                RuntimeException failure = failure(result.exceptionResult());
                if (!isConflict(failure)) {
                    throw failure;
                }
                // The winner may have been the same request, sent twice at once.
                Optional<Done<S>> before = recordedBefore(subject, stream, intent);
                if (before.isPresent()) {
                    return before.get();
                }
                if (attempt == ATTEMPTS) {
                    throw new Refused(new Refusal(
                            PlatformReason.CONCURRENT_CHANGE,
                            "Others changed the same thing " + ATTEMPTS + " times in a row. Try again."));
                }
                meters.counter("dovira.commands.conflicts").increment();
                LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(500_000, 2_000_000L * attempt));
                continue;
            }
            return switch ((Verdict) result.getPayload()) {
                case Verdict.Accepted yes -> {
                    Done<S> done = done(subject, yes, place.get());
                    // The same request, sent twice at once: the log holds the facts of the other, and perhaps of
                    // another body.
                    yield done.replayed()
                            ? recordedBefore(subject, stream, intent).orElse(done)
                            : done;
                }
                case Verdict.Declined no ->
                    recordedBefore(subject, stream, intent).orElseThrow(() -> new Refused(no.refusal()));
            };
        }
    }

    private static <S> Done<S> done(Subject<?, S> subject, Verdict.Accepted yes, @Nullable Appended place) {
        Appended appended = Objects.requireNonNull(place, "committed, but no place is known");
        return new Done<>(
                appended.lastPosition(),
                appended.recordedAt(),
                yes.eventIds(),
                appended.alreadyRecorded(),
                subject.state().cast(yes.state()));
    }

    private CommandResultMessage<?> dispatch(
            Subject<?, ?> subject,
            String stream,
            Object command,
            Intent intent,
            AtomicReference<@Nullable Appended> place) {
        AtomicReference<@Nullable CommandResultMessage<?>> answer = new AtomicReference<>();
        CommandMessage<Object> message = new GenericCommandMessage<>(
                new GenericMessage<>(command, MetaData.from(Map.of(STREAM, stream, Intent.KEY, intent, PLACE, place))),
                subject.name());
        // The simple bus handles on this thread: the callback has run when dispatch returns.
        bus.dispatch(message, (sent, result) -> answer.set(result));
        return Objects.requireNonNull(answer.get(), "the command bus did not answer on this thread");
    }

    /** The facts of an earlier request with the same idempotency key. */
    private <F extends Fact, S> Optional<Done<S>> recordedBefore(Subject<F, S> subject, String stream, Intent intent) {
        if (intent.digest() == null) {
            return Optional.empty();
        }
        List<StoredEvent> append = log.appendHolding(intent.eventId(0));
        if (append.isEmpty()) {
            return Optional.empty();
        }
        if (!intent.digest().equals(append.getFirst().metaTexts().get(Intent.DIGEST))) {
            throw new Refused(new Refusal(
                    PlatformReason.IDEMPOTENCY_KEY_REUSED,
                    "This idempotency key was used before with a different body. Use a new key for a new request."));
        }
        List<String> ids = new ArrayList<>();
        append.forEach(event -> ids.add(event.id()));
        StoredEvent last = append.getLast();
        S state = states.findUpTo(subject, stream, last.position())
                .map(Seen::state)
                .orElseThrow(() -> new IllegalStateException("event " + last.id() + " is not of stream " + stream));
        return Optional.of(new Done<>(last.position(), last.recordedAt(), ids, true, state));
    }

    /** Tells the sender where the log put the facts, once they are committed. */
    private static Object notePlace(UnitOfWork<? extends CommandMessage<?>> unit, InterceptorChain chain)
            throws Exception {
        if (unit.getMessage().getMetaData().get(PLACE) instanceof AtomicReference<?> reference) {
            @SuppressWarnings("unchecked") // Only dispatch() puts something under this key.
            AtomicReference<@Nullable Appended> place = (AtomicReference<@Nullable Appended>) reference;
            unit.afterCommit(
                    committed -> LogEventStorageEngine.appended(committed).ifPresent(place::set));
        }
        return chain.proceed();
    }

    private static boolean isConflict(RuntimeException failure) {
        return failure instanceof ConcurrencyException
                || failure instanceof AggregateStreamCreationException
                || failure instanceof LockAcquisitionFailedException;
    }

    private static RuntimeException failure(Throwable thrown) {
        // Axon wraps what the log throws; who waits for the answer wants to know what the log said.
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof LogException said && !isConflict(thrown)) {
                return said;
            }
        }
        if (thrown instanceof Error error) {
            throw error;
        }
        return thrown instanceof RuntimeException runtime ? runtime : new IllegalStateException(thrown);
    }

    private static boolean isConflict(Throwable thrown) {
        return thrown instanceof RuntimeException runtime && isConflict(runtime);
    }
}
