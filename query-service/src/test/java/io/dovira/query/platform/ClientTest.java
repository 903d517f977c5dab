package io.dovira.query.platform;

import static org.assertj.core.api.Assertions.assertThat;

import io.dovira.access.Caller;
import io.dovira.access.EventScope;
import io.dovira.access.OfficeScope;
import jakarta.servlet.http.HttpSession;
import java.time.Instant;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;

class ClientTest {
    private static final Caller OLENA = new Caller("olena", Set.of("manager"), OfficeScope.all(), EventScope.all());
    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    private final MockHttpServletRequest request = new MockHttpServletRequest();

    @Test
    void readsUntilItsTokenEnds() {
        Jwt token = Jwt.withTokenValue("token")
                .header("alg", "RS256")
                .subject("olena")
                .expiresAt(NOON)
                .build();
        request.setUserPrincipal(new JwtAuthenticationToken(token));

        Client client = Client.of(OLENA, request);

        assertThat(client.name()).isEqualTo("olena");
        assertThat(client.isOver(NOON.minusMillis(1))).isFalse();
        assertThat(client.isOver(NOON)).isTrue();
    }

    @Test
    void readsUntilItsSessionEnds() {
        HttpSession session = Objects.requireNonNull(request.getSession());
        request.setUserPrincipal(() -> "olena");
        Client client = Client.of(OLENA, request);
        assertThat(client.isOver(NOON)).isFalse();

        session.invalidate();

        assertThat(client.isOver(NOON)).isTrue();
    }
}
