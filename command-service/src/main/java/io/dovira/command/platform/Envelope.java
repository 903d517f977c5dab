package io.dovira.command.platform;

import io.dovira.events.OfficeId;
import jakarta.servlet.http.HttpServletRequest;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What comes with a request around its body. Take it as a controller parameter.
 *
 * @param actor pseudonym of the sender
 * @param role in which the sender acts
 * @param offices where that role holds
 * @param correlation id of the request
 * @param path of the request: the same key on another path is another request
 * @param idempotencyKey a client's own name for the request, as it was sent; null if there is none
 */
public record Envelope(
        String actor,
        String role,
        Predicate<OfficeId> offices,
        String correlation,
        String path,
        @Nullable String idempotencyKey) {

    /** A client's own name for a request, the same when it sends it again. */
    public static final String IDEMPOTENCY_KEY = "Idempotency-Key";

    public static Envelope of(HttpServletRequest request, String actor, String role, Predicate<OfficeId> offices) {
        return new Envelope(
                actor,
                role,
                offices,
                Correlation.of(request),
                request.getRequestURI(),
                request.getHeader(IDEMPOTENCY_KEY));
    }

    /** The same with a key from a field of a form, which cannot send headers. */
    public Envelope named(@Nullable String key) {
        return new Envelope(actor, role, offices, correlation, path, key);
    }
}
