package io.dovira.access;

import java.net.URI;
import java.util.List;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimNames;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtValidators;

/** What makes a signed token good for the interfaces. */
public final class AccessTokens {
    private AccessTokens() {}

    /**
     * @param audience must be among the token's audiences, which keeps out identity tokens and tokens for other applications; empty
     *     accepts any
     */
    public static OAuth2TokenValidator<Jwt> validator(URI issuer, String audience) {
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
