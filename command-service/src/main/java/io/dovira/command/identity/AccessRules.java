package io.dovira.command.identity;

import static io.dovira.access.Roles.ADMIN;
import static io.dovira.access.Roles.AUDITOR;
import static io.dovira.access.Roles.CLERK;
import static io.dovira.access.Roles.CUSTODY;
import static io.dovira.access.Roles.MANAGER;
import static io.dovira.access.Roles.METRICS;
import static io.dovira.access.Roles.QUALITY;
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
                .hasAnyRole(any(Feature.IMPORTS.readers()))
                .requestMatchers("/api/v1/imports/**")
                .hasAnyRole(any(Feature.IMPORTS.recorders()))
                .requestMatchers(HttpMethod.GET, "/api/v1/visits/**")
                .hasAnyRole(any(Feature.VISITS.concerned()))
                // What people said of the service is not for those whom it is said of.
                .requestMatchers(HttpMethod.GET, "/api/v1/ratings/**")
                .hasAnyRole(any(Feature.FEEDBACK.readers()))
                .requestMatchers(HttpMethod.GET, "/api/v1/appeals/**")
                .hasAnyRole(any(Feature.APPEALS.concerned()))
                .requestMatchers(HttpMethod.GET, "/api/v1/cameras/**")
                .hasAnyRole(any(Feature.CAMERAS.concerned()))
                .requestMatchers(HttpMethod.GET, "/api/v1/communities/**")
                .hasAnyRole(any(Feature.COMMUNITIES.concerned()))
                .requestMatchers(
                        HttpMethod.GET, "/api/v1/officers/**", "/api/v1/stations/**", "/api/v1/publications/**")
                .hasAnyRole(any(Feature.COMMUNITIES.readers()))
                .requestMatchers(HttpMethod.POST, "/api/v1/offices/**")
                .hasAnyRole(any(Feature.OFFICES.recorders()))
                .requestMatchers(HttpMethod.POST, "/api/v1/visits/**")
                .hasAnyRole(any(Feature.VISITS.recorders()))
                .requestMatchers(HttpMethod.POST, "/api/v1/ratings/**")
                .hasAnyRole(any(Feature.FEEDBACK.recorders()))
                .requestMatchers(HttpMethod.POST, "/api/v1/appeals/**")
                .hasAnyRole(any(Feature.APPEALS.recorders()))
                .requestMatchers(HttpMethod.POST, "/api/v1/cameras/**")
                .hasAnyRole(any(Feature.CAMERAS.recorders()))
                .requestMatchers(HttpMethod.POST, "/api/v1/footage/**")
                .hasAnyRole(any(Feature.FOOTAGE.recorders()))
                .requestMatchers("/footage/*/explain")
                .hasAnyRole(any(Feature.FOOTAGE.recorders()))
                .requestMatchers("/api/v1/footage/**", "/footage/*/watch")
                .hasAnyRole(any(Feature.FOOTAGE.readers()))
                .requestMatchers("/api/v1/custody/*/access", "/custody/*/open")
                .hasAnyRole(any(Feature.CUSTODY_RECORDS.readers()))
                .requestMatchers(HttpMethod.GET, "/api/v1/custody/units/**")
                .hasAnyRole(CUSTODY, AUDITOR, ADMIN)
                .requestMatchers(
                        "/api/v1/custody/**", "/custody/*/corrections", "/custody/*/record/**", "/custody/new/**")
                .hasAnyRole(any(Feature.CUSTODY_RECORDS.recorders()))
                .requestMatchers(HttpMethod.POST, "/api/v1/communities/*/contact", "/api/v1/communities/*/report")
                .hasAnyRole(any(Feature.COMMUNITIES.recorders()))
                .requestMatchers(
                        HttpMethod.POST, "/api/v1/communities/**", "/api/v1/officers/**", "/api/v1/stations/**")
                .hasAnyRole(MANAGER, ADMIN)
                .requestMatchers(HttpMethod.POST, "/api/v1/publications/**")
                .hasAnyRole(QUALITY, MANAGER, ADMIN)
                .requestMatchers("/visits/*/corrections")
                .hasAnyRole(any(Feature.VISITS.recorders()))
                .requestMatchers("/appeals/*/corrections", "/appeals/*/work/**", "/appeals/new/**")
                .hasAnyRole(any(Feature.APPEALS.recorders()))
                .requestMatchers(HttpMethod.GET, "/api/v1/offices")
                .hasAnyRole(CLERK, CUSTODY, MANAGER, ADMIN)
                .requestMatchers("/desk/**", "/api/v1/offices/*/floor")
                .hasAnyRole(any(Feature.OFFICES.recorders()))
                .requestMatchers(HttpMethod.GET)
                .hasAnyRole(Roles.all())
                .anyRequest()
                .hasRole(ADMIN);
    }
}
