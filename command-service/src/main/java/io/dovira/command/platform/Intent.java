package io.dovira.command.platform;

import io.dovira.events.Meta;
import io.dovira.events.OfficeId;
import io.dovira.events.Origin;
import io.dovira.events.TimeQuality;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.axonframework.messaging.MetaData;
import org.jspecify.annotations.Nullable;

/**
 * Who sends a command, when it happened, and how a repeat of the request is recognised. Travels beside the command.
 *
 * @param actor pseudonym of who sends it
 * @param role in which role
 * @param offices where that role holds
 * @param correlation id of the request
 * @param moment when it happened
 * @param quality how well that is known
 * @param seed the ids of the facts are derived from it; a repeat has the same
 * @param digest of the request, to be stored with its facts; null if the request cannot be repeated
 */
public record Intent(
        String actor,
        String role,
        Predicate<OfficeId> offices,
        String correlation,
        Moment moment,
        TimeQuality quality,
        String seed,
        @Nullable String digest) {

    /** Under this key it stands in the metadata of a command. */
    public static final String KEY = "intent";

    /** Under this key the digest stands in the metadata of a fact. */
    static final String DIGEST = "request";

    /** The id of the n-th fact that the request causes, from 0. */
    public String eventId(int index) {
        return EventIds.of(seed + "/" + index);
    }

    /** The same at another time than the clock showed, so that this is an estimate. */
    Intent at(Instant occurredAt) {
        return new Intent(
                actor,
                role,
                offices,
                correlation,
                new Moment(moment.now(), occurredAt, moment.given()),
                TimeQuality.ESTIMATED,
                seed,
                digest);
    }

    /** The refusal of an office that the sender may not act on. */
    public Optional<Decision> ifOutside(OfficeId office) {
        return offices.test(office)
                ? Optional.empty()
                : Optional.of(new Decision.Declined(PlatformReason.outside(office)));
    }

    /** The metadata of the n-th fact; the storage engine takes its id and time from it. */
    MetaData ofFact(int index, @Nullable OfficeId office, TimeQuality itsQuality) {
        Map<String, Object> meta = new HashMap<>(new Meta(
                        actor, role, correlation, null, office == null ? null : office.value(), itsQuality, Origin.LIVE)
                .asMap());
        meta.put(OccurredAt.KEY, moment.occurredAt().toString());
        meta.put("eventId", eventId(index));
        if (digest != null) {
            meta.put(DIGEST, digest);
        }
        return MetaData.from(meta);
    }
}
