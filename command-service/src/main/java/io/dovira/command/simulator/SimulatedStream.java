package io.dovira.command.simulator;

import io.dovira.events.Fact;
import io.dovira.events.Meta;
import io.dovira.events.OfficeId;
import io.dovira.events.Origin;
import io.dovira.events.TimeQuality;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A stream that a simulation writes: it numbers its facts and names them, the same way in every run. */
final class SimulatedStream {
    private final String name;
    private final @Nullable OfficeId office;
    private long next;

    /** @param office to which its facts belong; null if to none */
    SimulatedStream(String name, @Nullable OfficeId office) {
        this.name = name;
        this.office = office;
    }

    SimulatedFact fact(Instant at, Fact fact, Actor actor) {
        long sequence = next++;
        Meta meta = new Meta(
                actor.id(),
                actor.role(),
                name,
                null,
                office == null ? null : office.value(),
                TimeQuality.EXACT,
                Origin.SIMULATED);
        return new SimulatedFact(eventId(name, sequence), name, sequence, at, fact, meta);
    }

    /** The id of the fact that a simulation tells in this place of the stream; nobody else's has it. */
    static String eventId(String stream, long sequence) {
        return UUID.nameUUIDFromBytes((stream + "/" + sequence).getBytes(StandardCharsets.UTF_8))
                .toString();
    }
}
