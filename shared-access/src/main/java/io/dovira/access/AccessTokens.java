package io.dovira.access;

import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import java.net.URI;
import java.util.List;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimNames;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtValidators;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;

/** What makes a signed token good for the interfaces. */
public final class AccessTokens {
    private AccessTokens() {}

    /**
     * Reads tokens, and refuses those that are not good.
     *
     * @param keys of the provider
     * @param audience must be among the token's audiences, which keeps out identity tokens and tokens for other applications; empty
     *     accepts any
     */
    public static JwtDecoder decoder(JWKSource<SecurityContext> keys, URI issuer, String audience) {
        OAuth2TokenValidator<Jwt> good = validator(issuer, audience);
        NimbusJwtDecoder signatures = NimbusJwtDecoder.withJwkSource(keys).build();
        signatures.setJwtValidator(good);
        return new RememberedTokens(signatures, good);
    }

    private static OAuth2TokenValidator<Jwt> validator(URI issuer, String audience) {
        OAuth2TokenValidator<Jwt> standard = JwtValidators.createDefaultWithIssuer(issuer.toString());
        if (audience.isEmpty()) {
            return standard;
        }
        return new DelegatingOAuth2TokenValidator<>(
                standard,
                new JwtClaimValidator<List<String>>(
                        JwtClaimNames.AUD, audiences -> audiences != null && audiences.contains(audience)));
    }
}
