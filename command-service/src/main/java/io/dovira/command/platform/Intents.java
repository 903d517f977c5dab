package io.dovira.command.platform;

import io.dovira.events.Sha256;
import io.dovira.events.TimeQuality;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Makes the {@link Intent} of an HTTP request. Thread-safe. */
@Component
final class Intents {
    private static final Pattern KEY = Pattern.compile("[\\x21-\\x7e]{1,255}");

    private final Clock clock;
    private final JsonMapper canonical = JsonMapper.builder()
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();

    Intents(Clock clock) {
        this.clock = clock;
    }

    /**
     * The intent behind a request; what is wrong with its time or its key is noted in the fields.
     *
     * @param body as it was read; two bodies are the same request if they say the same, whatever the white space or order of fields
     */
    Intent read(Fields fields, Envelope envelope, Timed body) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        Instant given = fields.optional("occurredAt", body.occurredAt(), Fields::instant);
        TimeQuality quality = fields.optional("timeQuality", body.timeQuality(), Intents::quality);
        String key = fields.optional(Envelope.IDEMPOTENCY_KEY, envelope.idempotencyKey(), Intents::key);
        return new Intent(
                envelope.actor(),
                envelope.role(),
                envelope.offices(),
                envelope.correlation(),
                given == null ? Moment.now(now) : Moment.at(now, given),
                quality != null ? quality : given == null ? TimeQuality.EXACT : TimeQuality.ESTIMATED,
                key == null
                        ? UUID.randomUUID().toString()
                        : "request/" + envelope.actor() + "/" + envelope.path() + "/" + key,
                key == null ? null : digest(body));
    }

    private static TimeQuality quality(String given) {
        TimeQuality quality = Fields.oneOf(TimeQuality.class).apply(given);
        if (quality == TimeQuality.AUTO_CLOSED) {
            throw new IllegalArgumentException("must be EXACT or ESTIMATED");
        }
        return quality;
    }

    private static String key(String given) {
        if (!KEY.matcher(given).matches()) {
            throw new IllegalArgumentException("must be 1 to 255 visible ASCII characters");
        }
        return given;
    }

    private String digest(Timed body) {
        return Sha256.of(canonical.writeValueAsString(body));
    }
}
