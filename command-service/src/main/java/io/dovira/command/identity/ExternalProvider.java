package io.dovira.command.identity;

import io.dovira.access.AccessTokens;
import io.dovira.access.Provider;
import java.net.URI;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.oauth2.jwt.JwtDecoder;

/**
 * Production: an OpenID provider of the house's own signs the tokens. Nothing is asked of it before the first token, so that this service
 * starts while the provider is down.
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
}
