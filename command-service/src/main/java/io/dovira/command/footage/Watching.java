package io.dovira.command.footage;

import io.dovira.command.platform.Endpoint;
import io.dovira.command.platform.Endpoints;
import io.dovira.command.platform.Envelope;
import io.dovira.command.platform.Fields;
import io.dovira.command.platform.Refusal;
import io.dovira.command.platform.Refused;
import io.dovira.command.platform.Seen;
import io.dovira.command.platform.States;
import io.dovira.events.FootageId;
import io.dovira.events.footage.AccessPurpose;
import io.dovira.events.footage.Footage;
import io.dovira.events.footage.FootageFact;
import io.dovira.events.footage.StoredFile;
import io.dovira.events.footage.Viewing;
import io.dovira.events.footage.Words;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Who looks at which file, and the fact that they did. Thread-safe. */
@Component
final class Watching {
    private static final int LONGEST_REFERENCE = 200;

    private final Endpoint<FootageId, FootageFact, Footage, ShownFootage> endpoint;
    private final States states;
    private final FootageProperties properties;
    private final Clock clock;

    Watching(Endpoints endpoints, States states, FootageProperties properties, Clock clock) {
        this.endpoint = FootageController.endpoint(endpoints);
        this.states = states;
        this.properties = properties;
        this.clock = clock;
    }

    /** What is asked for, and what would be recorded of it. */
    record Asked(Footage footage, StoredFile file, Viewing viewing) {}

    private record Said(
            FootageId id,
            AccessPurpose purpose,
            @Nullable String reference,
            @Nullable String copy) {}

    /** @throws Refused if there is no such file, or not for this person, or not any more */
    Asked read(Envelope envelope, String segment, AccessBody body) {
        Said said = Fields.read(fields -> new Said(
                FootageController.id(fields, segment),
                fields.required("purpose", body.purpose(), Fields.oneOf(AccessPurpose.class)),
                fields.optional("reference", body.reference(), Fields.text(LONGEST_REFERENCE)),
                fields.optional("copy", body.copy(), Words::sha256)));
        Footage footage = kept(envelope, said.id());
        StoredFile file = file(footage, said.copy());
        return new Asked(
                footage,
                file,
                new Viewing(envelope.actor(), said.purpose(), said.reference(), file.sha256(), clock.instant()));
    }

    /** Whether the person said so a moment ago: a player asks for many parts, and all of them are one access. */
    boolean isRecorded(Asked asked) {
        return asked.footage().isWatched(asked.viewing(), properties.viewing());
    }

    void record(Envelope envelope, AccessBody body, Asked asked) {
        Viewing viewing = asked.viewing();
        endpoint.send(
                envelope,
                body,
                fields -> asked.footage().id(),
                (fields, id) ->
                        new AccessFootage(id, viewing.by(), viewing.purpose(), viewing.reference(), viewing.sha256()));
    }

    private Footage kept(Envelope envelope, FootageId id) {
        // Refuses who may not look.
        endpoint.look(envelope, fields -> id);
        return states.find(Segments.SUBJECT, id.stream())
                .map(Seen::state)
                .orElseThrow(() -> refused(FootageReason.FOOTAGE_UNKNOWN, "There is no segment " + id + "."));
    }

    private static StoredFile file(Footage footage, @Nullable String copy) {
        if (footage.ingested() == null) {
            throw refused(FootageReason.CONTENT_NOT_HERE, "It was announced, and its content has not come in.");
        }
        if (footage.expired()) {
            throw refused(FootageReason.CONTENT_GONE, "Its retention ended at " + footage.keepUntil() + ".");
        }
        return copy == null
                ? footage.files().getFirst()
                : footage.file(copy)
                        .orElseThrow(() -> refused(
                                FootageReason.COPY_UNKNOWN, "Segment " + footage.id() + " has no file " + copy + "."));
    }

    static Refused refused(FootageReason reason, String detail) {
        return new Refused(new Refusal(reason, detail));
    }
}
