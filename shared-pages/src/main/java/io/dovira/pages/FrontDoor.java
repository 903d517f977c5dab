package io.dovira.pages;

import io.dovira.access.Claims;
import io.dovira.access.PageRequests;
import io.dovira.access.Refusals;
import io.dovira.access.SecurityHeaders;
import io.dovira.access.WhenProviderIsDown;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.web.context.SecurityContextHolderFilter;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import tools.jackson.databind.json.JsonMapper;

/**
 * People (a session) and machines (a bearer token) come by the same paths. A request with a session that changes something carries the form token of
 * its page; one with a bearer token needs none. People are refused with a page, programs with a problem.
 */
public record FrontDoor(SignIn signIn, Claims claims, JsonMapper json) {

    /** Builds it into a chain, with the rules of the service. */
    public void into(
            HttpSecurity http,
            Customizer<AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry>
                    rules) {
        Refusals refusals = new Refusals(json);
        HttpSessionRequestCache returnTo = new HttpSessionRequestCache();
        returnTo.setRequestMatcher(PageRequests.MATCHER);
        http.authorizeHttpRequests(rules)
                .oauth2ResourceServer(bearer -> bearer.jwt(jwt -> jwt.jwtAuthenticationConverter(claims.converter()))
                        .authenticationEntryPoint(refusals)
                        .accessDeniedHandler(refusals))
                .requestCache(cache -> cache.requestCache(returnTo))
                .exceptionHandling(
                        failed -> failed.defaultAuthenticationEntryPointFor(signIn.entry(), PageRequests.MATCHER)
                                .defaultAuthenticationEntryPointFor(refusals, any -> true)
                                .defaultAccessDeniedHandlerFor(Browsers.deniedPage(), PageRequests.MATCHER)
                                .defaultAccessDeniedHandlerFor(Browsers.deniedForm(), Browsers.FORMS)
                                .defaultAccessDeniedHandlerFor(refusals, any -> true))
                .headers(new SecurityHeaders())
                .addFilterAfter(new WhenProviderIsDown(refusals), SecurityContextHolderFilter.class);
        signIn.addTo(http);
    }
}
