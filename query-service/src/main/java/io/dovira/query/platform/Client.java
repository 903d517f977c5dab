package io.dovira.query.platform;

import io.dovira.access.Caller;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.time.Instant;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;

/**
 * Who reads a stream, and for how long.
 *
 * @param name the account's pseudonym
 * @param until when the token ends, and with it a stream that it opened; null if it does not
 * @param signedIn whether the session that opened it goes on; an open stream keeps a session from growing old, not from being signed out of
 */
public record Client(String name, @Nullable Instant until, BooleanSupplier signedIn) {

    public static Client of(Caller caller, HttpServletRequest request) {
        if (request.getUserPrincipal() instanceof JwtAuthenticationToken token) {
            return new Client(caller.actor(), token.getToken().getExpiresAt(), () -> true);
        }
        HttpSession session = request.getSession(false);
        return new Client(caller.actor(), null, () -> session == null || isValid(session));
    }

    /** Whether a request of this client would be refused now: it may not go on reading, and comes back with a new sign-in. */
    public boolean isOver(Instant now) {
        return (until != null && !now.isBefore(until)) || !signedIn.getAsBoolean();
    }

    private static boolean isValid(HttpSession session) {
        try {
            return session.getCreationTime() >= 0;
        } catch (IllegalStateException e) {
            // What the container says of a session that was ended.
            return false;
        }
    }
}
