package io.dovira.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtValidationException;

/**
 * Checks the signature of a token once a minute, not at every request that bears it: it costs more than deciding a command. Whether the token
 * is still good (its times above all) is asked at every request. A key that the provider withdraws is obeyed for a minute more. Thread-safe.
 */
final class RememberedTokens implements JwtDecoder {
    private static final int MOST = 10_000;
    private static final Duration AT_MOST = Duration.ofMinutes(1);

    private final JwtDecoder signatures;
    private final OAuth2TokenValidator<Jwt> good;
    private final Cache<String, Jwt> known =
            Caffeine.newBuilder().maximumSize(MOST).expireAfterWrite(AT_MOST).build();

    /** @param signatures asks {@code good} too */
    RememberedTokens(JwtDecoder signatures, OAuth2TokenValidator<Jwt> good) {
        this.signatures = signatures;
        this.good = good;
    }

    @Override
    public Jwt decode(String token) {
        Jwt remembered = known.getIfPresent(token);
        if (remembered == null) {
            Jwt checked = signatures.decode(token);
            known.put(token, checked);
            return checked;
        }
        OAuth2TokenValidatorResult now = good.validate(remembered);
        if (now.hasErrors()) {
            throw new JwtValidationException("the token is no longer good", now.getErrors());
        }
        return remembered;
    }
}
