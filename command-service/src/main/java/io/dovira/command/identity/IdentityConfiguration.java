package io.dovira.command.identity;

import io.dovira.access.CallerArgument;
import io.dovira.access.PageRequests;
import io.dovira.access.Refusals;
import io.dovira.access.SecurityHeaders;
import io.dovira.access.SessionCookie;
import io.dovira.access.WhenProviderIsDown;
import java.net.URI;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.context.SecurityContextHolderFilter;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import tools.jackson.databind.json.JsonMapper;

/** Sign-in for people (a session) and machines (a bearer token) on the same paths, and the rules for both. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(IdentityProperties.class)
class IdentityConfiguration {

    /** Behind the identity provider's own chain, when that is embedded. */
    @Bean
    @Order(2)
    SecurityFilterChain interfacesAndPages(
            HttpSecurity http, IdentityProperties properties, JsonMapper json, ObjectProvider<SignIn> signIn)
            throws Exception {
        Refusals refusals = new Refusals(json);
        HttpSessionRequestCache returnTo = new HttpSessionRequestCache();
        returnTo.setRequestMatcher(PageRequests.MATCHER);
        http.authorizeHttpRequests(new AccessRules())
                .oauth2ResourceServer(bearer -> bearer.jwt(jwt -> jwt.jwtAuthenticationConverter(
                                properties.claims().converter()))
                        .authenticationEntryPoint(refusals)
                        .accessDeniedHandler(refusals))
                .requestCache(cache -> cache.requestCache(returnTo))
                .headers(new SecurityHeaders())
                .addFilterAfter(new WhenProviderIsDown(refusals), SecurityContextHolderFilter.class);
        List<SignIn> ways = signIn.orderedStream().toList();
        http.exceptionHandling(failed -> {
            if (!ways.isEmpty()) {
                failed.defaultAuthenticationEntryPointFor(
                        new LoginUrlAuthenticationEntryPoint("/login"), PageRequests.MATCHER);
            }
            failed.defaultAuthenticationEntryPointFor(refusals, any -> true)
                    .defaultAccessDeniedHandlerFor(refusals, any -> true);
        });
        ways.forEach(way -> way.addTo(http));
        return http.build();
    }

    @Bean
    SessionCookie sessionCookie(@Value("${dovira.command-url:http://localhost:8080}") URI own) {
        return new SessionCookie("DOVIRA_COMMAND", own);
    }

    @Bean
    WebMvcConfigurer callerArguments() {
        return new WebMvcConfigurer() {
            @Override
            public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
                resolvers.add(new CallerArgument());
                resolvers.add(new EnvelopeArgument());
            }
        };
    }
}
