package io.dovira.query.streams;

import io.dovira.access.Caller;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;

/**
 * Who reads.
 *
 * @param name the account's pseudonym
 * @param until when the token ends, and with it a stream that it opened; null if it does not
 */
record Client(String name, @Nullable Instant until) {

    static Client of(Caller caller, HttpServletRequest request) {
        return new Client(
                caller.actor(),
                request.getUserPrincipal() instanceof JwtAuthenticationToken token
                        ? token.getToken().getExpiresAt()
                        : null);
    }
}
