package io.dovira.command.platform;

import io.dovira.events.OfficeId;
import io.dovira.events.TimeQuality;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Makes the {@link Intent} of an HTTP request. Thread-safe. */
@Component
public final class Intents {
    /** A client's own name for a request, the same when it sends it again. */
    public static final String IDEMPOTENCY_KEY = "Idempotency-Key";

    private static final Pattern KEY = Pattern.compile("[\\x21-\\x7e]{1,255}");

    private final Clock clock;
    private final JsonMapper canonical = JsonMapper.builder()
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();

    Intents(Clock clock) {
        this.clock = clock;
    }

    /**
     * The intent behind a request.
     *
     * @param actor pseudonym of the sender
     * @param offices where the sender's role holds
     * @param body as it was read; two bodies are the same request if they say the same, whatever the white space or order of fields
     * @throws InvalidRequest if the time or the idempotency key cannot be read
     */
    public Intent of(String actor, String role, Predicate<OfficeId> offices, HttpServletRequest request, Timed body) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        return Fields.read(fields -> {
            Instant given = fields.optional("occurredAt", body.occurredAt(), Fields::instant);
            TimeQuality quality = fields.optional("timeQuality", body.timeQuality(), Intents::quality);
            String key = fields.optional(IDEMPOTENCY_KEY, request.getHeader(IDEMPOTENCY_KEY), Intents::key);
            return new Intent(
                    actor,
                    role,
                    offices,
                    Correlation.of(request),
                    new Moment(now, given == null ? now : given),
                    quality != null ? quality : given == null ? TimeQuality.EXACT : TimeQuality.ESTIMATED,
                    key == null
                            ? UUID.randomUUID().toString()
                            : "request/" + actor + "/" + request.getRequestURI() + "/" + key,
                    key == null ? null : digest(body));
        });
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

    private String digest(@Nullable Object body) {
        try {
            byte[] json = canonical.writeValueAsString(body).getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(json));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
