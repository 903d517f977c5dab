package io.dovira.command.platform;

import io.dovira.events.Fact;
import io.dovira.events.OfficeId;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;

/**
 * What every controller of commands does: reads the request, naming all that is wrong with it at once; has the command decided; answers with
 * the facts and the state after them. Thread-safe.
 *
 * @param <I> id of the thing
 * @param <F> its facts
 * @param <S> its state
 * @param <T> the state as clients see it
 */
public final class Endpoint<I, F extends Fact, S, T> {

    /**
     * A kind of thing, as far as its endpoints differ from others.
     *
     * @param stream of the log that holds its facts
     * @param office to which it belongs, null if to none; whoever may not act there may not look either
     * @param unknown the reason when there is none with that id
     */
    public record Kind<I, S, T>(
            Function<I, String> stream, Function<S, @Nullable OfficeId> office, Function<S, T> shown, Reason unknown) {}

    private record Read<C>(Intent intent, C command) {}

    private final Endpoints parts;
    private final Subject<F, S> subject;
    private final Kind<I, S, T> kind;

    Endpoint(Endpoints parts, Subject<F, S> subject, Kind<I, S, T> kind) {
        this.parts = parts;
        this.subject = subject;
        this.kind = kind;
    }

    /**
     * A command on a thing that is there.
     *
     * @param body null if the request has none
     * @param id read from the path
     */
    public ResponseEntity<Answer<T>> send(
            Envelope envelope, @Nullable Timed body, Function<Fields, I> id, BiFunction<Fields, I, ?> command) {
        record Sent<I>(I id, Object command) {}
        Read<Sent<I>> read = read(envelope, body, (fields, intent) -> {
            I one = id.apply(fields);
            return new Sent<>(one, command.apply(fields, one));
        });
        Sent<I> sent = read.command();
        return Answer.ok(
                parts.commands.send(subject, kind.stream().apply(sent.id()), sent.command(), read.intent()),
                kind.shown());
    }

    /**
     * A command that makes a thing.
     *
     * @param command gets the intent, from which the id derives when the client names none
     * @param id of what the command makes; also the last part of its address, below that of the request
     */
    public <C> ResponseEntity<Answer<T>> create(
            Envelope envelope, Timed body, BiFunction<Fields, Intent, C> command, Function<C, I> id) {
        return create(
                envelope, body, command, id, (intent, state) -> kind.shown().apply(state));
    }

    /** As the other, for a thing of which its maker is told more than anybody later. */
    public <C> ResponseEntity<Answer<T>> create(
            Envelope envelope,
            Timed body,
            BiFunction<Fields, Intent, C> command,
            Function<C, I> id,
            BiFunction<Intent, S, T> shown) {
        Read<C> read = read(envelope, body, command);
        I made = id.apply(read.command());
        return Answer.created(
                parts.commands.send(subject, kind.stream().apply(made), read.command(), read.intent()),
                state -> shown.apply(read.intent(), state),
                envelope.path() + "/" + made);
    }

    /** The thing as the decider sees it now. */
    public Seen<T> look(Envelope envelope, Function<Fields, I> id) {
        I one = Fields.read(id);
        Seen<S> seen = parts.states
                .find(subject, kind.stream().apply(one))
                .orElseThrow(() -> new Refused(new Refusal(kind.unknown(), "There is no such thing: " + one + ".")));
        OfficeId office = kind.office().apply(seen.state());
        if (office != null && !envelope.offices().test(office)) {
            throw new Refused(PlatformReason.outside(office));
        }
        return new Seen<>(seen.position(), kind.shown().apply(seen.state()));
    }

    private <C> Read<C> read(Envelope envelope, @Nullable Timed body, BiFunction<Fields, Intent, C> reading) {
        return Fields.read(fields -> {
            Intent intent = parts.intents.read(fields, envelope, body == null ? TimeBody.NOW : body);
            return new Read<>(intent, reading.apply(fields, intent));
        });
    }
}
