package io.dovira.command.identity;

import static io.dovira.access.Roles.ADMIN;
import static io.dovira.access.Roles.AUDITOR;
import static io.dovira.access.Roles.CLERK;
import static io.dovira.access.Roles.CUSTODY;
import static io.dovira.access.Roles.MANAGER;
import static io.dovira.access.Roles.METRICS;
import static io.dovira.access.Roles.QUALITY;

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

    /** Nobody need sign in for these. */
    static final String[] OPEN = {
        "/actuator/health",
        "/actuator/health/**",
        "/kiosk/**",
        "/ticket/**",
        "/login",
        "/sign-in-failed",
        "/signed-out",
        "/error",
        "/css/**",
        "/js/**",
        "/img/**",
        "/webjars/**",
        "/texts/**",
        "/favicon.ico"
    };

    @Override
    public void customize(
            AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry requests) {
        requests.dispatcherTypeMatchers(DispatcherType.ASYNC, DispatcherType.ERROR)
                .permitAll()
                .requestMatchers(OPEN)
                .permitAll()
                .requestMatchers("/actuator/prometheus")
                .hasAnyRole(METRICS, AUDITOR, ADMIN)
                .requestMatchers("/actuator/**")
                .hasRole(ADMIN)
                .requestMatchers(HttpMethod.GET, "/api/v1/imports/**")
                .hasAnyRole(QUALITY, MANAGER, ADMIN)
                .requestMatchers("/api/v1/imports/**")
                .hasAnyRole(QUALITY, ADMIN)
                .requestMatchers(
                        HttpMethod.POST,
                        "/api/v1/offices/**",
                        "/api/v1/visits/**",
                        "/api/v1/appeals/**",
                        "/api/v1/ratings/**")
                .hasAnyRole(CLERK, MANAGER, ADMIN)
                .requestMatchers(HttpMethod.POST, "/api/v1/cameras/**")
                .hasAnyRole(MANAGER, ADMIN)
                .requestMatchers(HttpMethod.POST, "/api/v1/footage/**")
                .hasAnyRole(CUSTODY, QUALITY, ADMIN)
                .requestMatchers("/api/v1/footage/**", "/footage/*/watch")
                .hasAnyRole(CUSTODY, QUALITY, AUDITOR, ADMIN)
                .requestMatchers("/api/v1/custody/*/access", "/custody/*/open")
                .hasAnyRole(CUSTODY, QUALITY, AUDITOR, ADMIN)
                .requestMatchers(HttpMethod.GET, "/api/v1/custody/units/**")
                .hasAnyRole(CUSTODY, AUDITOR, ADMIN)
                .requestMatchers(
                        "/api/v1/custody/**", "/custody/*/corrections", "/custody/*/record/**", "/custody/new/**")
                .hasAnyRole(CUSTODY, ADMIN)
                .requestMatchers(HttpMethod.POST, "/api/v1/communities/*/contact", "/api/v1/communities/*/report")
                .hasAnyRole(CLERK, MANAGER, ADMIN)
                .requestMatchers(
                        HttpMethod.POST, "/api/v1/communities/**", "/api/v1/officers/**", "/api/v1/stations/**")
                .hasAnyRole(MANAGER, ADMIN)
                .requestMatchers(HttpMethod.POST, "/api/v1/publications/**")
                .hasAnyRole(QUALITY, MANAGER, ADMIN)
                .requestMatchers(HttpMethod.GET, "/api/v1/offices")
                .hasAnyRole(CLERK, CUSTODY, MANAGER, ADMIN)
                .requestMatchers(
                        "/desk/**",
                        "/appeals/*/corrections",
                        "/appeals/*/work/**",
                        "/appeals/new/**",
                        "/api/v1/offices/*/floor")
                .hasAnyRole(CLERK, MANAGER, ADMIN)
                .requestMatchers(HttpMethod.GET)
                .hasAnyRole(Roles.all())
                .anyRequest()
                .hasRole(ADMIN);
    }
}
