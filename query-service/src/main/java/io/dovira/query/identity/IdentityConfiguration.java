package io.dovira.query.identity;

import io.dovira.access.AccessTokens;
import io.dovira.access.CallerArgument;
import io.dovira.access.Provider;
import io.dovira.access.SessionCookie;
import io.dovira.pages.FrontDoor;
import io.dovira.pages.OwnClient;
import io.dovira.pages.ProviderSignIn;
import io.dovira.pages.SignIn;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import tools.jackson.databind.json.JsonMapper;

/** Sign-in for people (a session, by way of the OpenID provider) and machines (a bearer token) on the same paths, and the rules for both. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(IdentityProperties.class)
class IdentityConfiguration {

    @Bean
    SecurityFilterChain interfacesAndPages(
            HttpSecurity http,
            IdentityProperties properties,
            Provider provider,
            JwtDecoder tokens,
            ClientRegistrationRepository clients,
            @Value("${dovira.query-url:http://localhost:8081}") URI own,
            @Value("${dovira.command-url:http://localhost:8080}") URI command,
            JsonMapper json)
            throws Exception {
        SignIn signIn = new ProviderSignIn(provider, clients, tokens, properties.claims(), own, command);
        new FrontDoor(signIn, properties.claims(), json).into(http, new AccessRules());
        return http.build();
    }

    @Bean
    Provider provider(
            IdentityProperties properties, @Value("${dovira.command-url:http://localhost:8080}") URI command) {
        URI issuer = properties.issuer();
        return new Provider(issuer == null ? command : issuer, properties.backChannel());
    }

    @Bean
    JwtDecoder accessTokens(Provider provider, IdentityProperties properties) {
        return AccessTokens.decoder(provider, provider.issuer(), properties.audience());
    }

    /** A method reference on purpose: a repository that can be iterated is resolved while this service starts. */
    @Bean
    ClientRegistrationRepository clients(
            Provider provider,
            IdentityProperties properties,
            @Value("${dovira.query-url:http://localhost:8081}") URI own,
            @Value("${dovira.data:./data}") Path data) {
        return new OwnClient(provider, properties.clientId(), properties.secret(data), own)::registration;
    }

    @Bean
    SessionCookie sessionCookie(@Value("${dovira.query-url:http://localhost:8081}") URI own) {
        return new SessionCookie("DOVIRA_QUERY", own);
    }

    @Bean
    WebMvcConfigurer callerArgument() {
        return new WebMvcConfigurer() {
            @Override
            public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
                resolvers.add(new CallerArgument());
            }
        };
    }
}
