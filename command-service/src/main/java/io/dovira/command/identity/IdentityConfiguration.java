package io.dovira.command.identity;

import io.dovira.access.CallerArgument;
import io.dovira.access.SessionCookie;
import io.dovira.pages.FrontDoor;
import io.dovira.pages.SignIn;
import java.net.URI;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;
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
            HttpSecurity http, IdentityProperties properties, JsonMapper json, SignIn signIn) throws Exception {
        // Nobody signs in there, so there is no session that somebody else's page could misuse.
        http.csrf(forms -> forms.ignoringRequestMatchers("/kiosk/**", "/ticket/**"));
        new FrontDoor(signIn, properties.claims(), json).into(http, new AccessRules());
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
