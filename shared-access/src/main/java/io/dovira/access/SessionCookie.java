package io.dovira.access;

import java.net.URI;
import java.time.Duration;
import org.springframework.boot.web.server.Cookie;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.server.servlet.ConfigurableServletWebServerFactory;
import org.springframework.boot.web.server.servlet.Session;
import org.springframework.core.Ordered;

/**
 * The cookie of a session: named after the service, because cookies ignore ports and both services may share a host; a session lasts a
 * working shift, because boards stay open that long.
 *
 * @param name of the service's own cookie
 * @param own this service's public address; over TLS the cookie travels over TLS only
 */
public record SessionCookie(String name, URI own)
        implements WebServerFactoryCustomizer<ConfigurableServletWebServerFactory>, Ordered {
    private static final Duration SHIFT = Duration.ofHours(12);

    @Override
    public void customize(ConfigurableServletWebServerFactory server) {
        Session session = server.getSettings().getSession();
        session.setTimeout(SHIFT);
        Cookie cookie = session.getCookie();
        cookie.setName(name);
        cookie.setHttpOnly(true);
        cookie.setSecure("https".equals(own.getScheme()));
        // Lax, not strict: the provider's redirect back after a sign-in must carry it.
        cookie.setSameSite(Cookie.SameSite.LAX);
    }

    /** After the properties of {@code server.servlet.session}. */
    @Override
    public int getOrder() {
        return LOWEST_PRECEDENCE;
    }
}
