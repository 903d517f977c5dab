package io.dovira.query.streams;

import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;

/**
 * Who reads.
 *
 * @param name the subject of the token
 * @param until when the token ends, and with it a stream that it opened; null if it does not
 */
record Client(String name, @Nullable Instant until) {

    static Client of(HttpServletRequest request) {
        Principal principal = request.getUserPrincipal();
        if (principal instanceof JwtAuthenticationToken token) {
            return new Client(token.getName(), token.getToken().getExpiresAt());
        }
        return new Client(principal == null ? "anonymous" : principal.getName(), null);
    }
}
