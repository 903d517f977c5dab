package io.dovira.command.identity;

import io.dovira.access.AccessTokens;
import io.dovira.access.Provider;
import io.dovira.pages.OwnClient;
import io.dovira.pages.ProviderSignIn;
import io.dovira.pages.SignIn;
import java.net.URI;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.jwt.JwtDecoder;

/**
 * Production: an OpenID provider of the house's own signs the tokens, and people sign in there. Nothing is asked of it before the first token or
 * sign-in, so that this service starts while the provider is down.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "dovira.identity.embedded", havingValue = "false")
class ExternalProvider {
    private final Provider provider;

    ExternalProvider(IdentityProperties properties) {
        URI issuer = properties.issuer();
        if (issuer == null) {
            throw new IllegalStateException("dovira.identity.embedded=false needs dovira.identity.issuer");
        }
        this.provider = new Provider(issuer, properties.backChannel());
    }

    @Bean
    JwtDecoder accessTokens(IdentityProperties properties) {
        return AccessTokens.decoder(provider, provider.issuer(), properties.audience());
    }

    /** A method reference on purpose: a repository that can be iterated is resolved while this service starts. */
    @Bean
    ClientRegistrationRepository clients(
            IdentityProperties properties, @Value("${dovira.command-url:http://localhost:8080}") URI own) {
        return new OwnClient(
                provider,
                properties.clientId(),
                OwnClient.secret(properties.clientSecret(), properties.clientSecretFile()),
                own)::registration;
    }

    @Bean
    SignIn signIn(
            ClientRegistrationRepository clients,
            JwtDecoder tokens,
            IdentityProperties properties,
            @Value("${dovira.command-url:http://localhost:8080}") URI own,
            @Value("${dovira.query-url:http://localhost:8081}") URI boards) {
        return new ProviderSignIn(provider, clients, tokens, properties.claims(), own, boards);
    }
}
