package io.dovira.query.identity;

import static io.dovira.access.Roles.ADMIN;
import static io.dovira.access.Roles.AUDITOR;
import static io.dovira.access.Roles.METRICS;
import static io.dovira.access.Roles.any;

import io.dovira.access.Feature;
import io.dovira.access.Roles;
import jakarta.servlet.DispatcherType;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;

/** Who may ask for what, read from top to bottom; the first line that matches decides. */
final class AccessRules
        implements Customizer<
                AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry> {

    /**
     * Nobody need sign in for these. The seal of the log is hashes for outsiders to verify and holds no personal data; the code of a ticket
     * or of a receipt of an appeal is its own key.
     */
    static final String[] OPEN = {
        "/actuator/health",
        "/actuator/health/**",
        "/checkpoint",
        "/tile/**",
        "/integrity",
        "/api/v1/log/seal",
        "/api/v1/log/proof",
        "/api/v1/log/consistency",
        "/api/v1/appeals/receipt/*",
        "/api/v1/tickets/*",
        "/error",
        "/sign-in-failed",
        "/signed-out",
        "/css/**",
        "/js/**",
        "/img/**",
        "/webjars/**",
        "/_static/**",
        "/texts/**",
        "/manifest.webmanifest",
        "/favicon.ico"
    };

    @Override
    public void customize(
            AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry requests) {
        requests.dispatcherTypeMatchers(DispatcherType.ASYNC, DispatcherType.ERROR)
                .permitAll()
                .requestMatchers(HttpMethod.GET, OPEN)
                .permitAll()
                .requestMatchers("/actuator/prometheus")
                .hasAnyRole(METRICS, AUDITOR, ADMIN)
                .requestMatchers("/actuator/**")
                .hasRole(ADMIN)
                .requestMatchers("/api/v1/interactions/**", "/interactions/**", "/api/v1/compare/**", "/compare/**")
                .hasAnyRole(any(Feature.VISITS.readers()))
                .requestMatchers(
                        "/api/v1/communities/**",
                        "/api/v1/coverage",
                        "/api/v1/officers/**",
                        "/api/v1/publications",
                        "/community/**")
                .hasAnyRole(any(Feature.COMMUNITIES.readers()))
                .requestMatchers("/api/v1/feedback/**", "/feedback/**")
                .hasAnyRole(any(Feature.FEEDBACK.readers()))
                .requestMatchers("/api/v1/events/**", "/api/v1/log/commits.bson")
                .hasAnyRole(any(Feature.EVENTS.readers()))
                .requestMatchers("/api/v1/custody/**", "/custody/**")
                .hasAnyRole(any(Feature.CUSTODY_RECORDS.readers()))
                .requestMatchers("/api/v1/footage/**", "/footage/**")
                .hasAnyRole(any(Feature.FOOTAGE.readers()))
                .requestMatchers("/api/v1/appeals/**", "/appeals/**")
                .hasAnyRole(any(Feature.APPEALS.readers()))
                .requestMatchers("/api/v1/obligations/**", "/obligations/**")
                .hasAnyRole(any(Feature.OBLIGATIONS.readers()))
                .requestMatchers("/operations/**", "/api/v1/projections/*/dead-letters")
                .hasAnyRole(AUDITOR, ADMIN)
                .requestMatchers(HttpMethod.GET)
                .hasAnyRole(Roles.all())
                .anyRequest()
                .hasRole(ADMIN);
    }
}
