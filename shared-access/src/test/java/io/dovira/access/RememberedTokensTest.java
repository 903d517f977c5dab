package io.dovira.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import java.net.URI;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtEncoderParameters;
import org.springframework.security.oauth2.jwt.JwtValidationException;
import org.springframework.security.oauth2.jwt.NimbusJwtEncoder;

class RememberedTokensTest {
    private static final URI ISSUER = URI.create("https://provider.example");
    private static final RSAKey KEY = key();
    private static final JWKSource<SecurityContext> KEYS = new ImmutableJWKSet<>(new JWKSet(KEY));

    @Test
    void checksTheSignatureOfATokenOnce() {
        AtomicInteger asked = new AtomicInteger();
        JwtDecoder decoder = AccessTokens.decoder(
                (selector, context) -> {
                    asked.incrementAndGet();
                    return KEYS.get(selector, context);
                },
                ISSUER,
                "dovira");
        String token = token("dovira", 300);

        Jwt first = decoder.decode(token);

        assertThat(decoder.decode(token)).isSameAs(first);
        assertThat(first.getSubject()).isEqualTo("anna");
        assertThat(asked).hasValue(1);
    }

    @Test
    void refusesAForgedTokenHoweverOftenTheRightOneCame() {
        JwtDecoder decoder = AccessTokens.decoder(KEYS, ISSUER, "dovira");
        String token = token("dovira", 300);
        decoder.decode(token);
        String forged = token.substring(0, token.length() - 8) + "AAAAAAAA";

        assertThatThrownBy(() -> decoder.decode(forged)).isInstanceOf(BadJwtException.class);
        assertThatThrownBy(() -> decoder.decode(forged)).isInstanceOf(BadJwtException.class);
    }

    @Test
    void refusesATokenForAnotherAudienceOrOneThatHasExpired() {
        JwtDecoder decoder = AccessTokens.decoder(KEYS, ISSUER, "dovira");

        assertThatThrownBy(() -> decoder.decode(token("another", 300))).isInstanceOf(JwtValidationException.class);
        assertThatThrownBy(() -> decoder.decode(token("dovira", -300))).isInstanceOf(JwtValidationException.class);
    }

    @Test
    void asksEachTimeWhetherATokenIsStillGood() {
        AtomicReference<OAuth2TokenValidatorResult> verdict =
                new AtomicReference<>(OAuth2TokenValidatorResult.success());
        JwtDecoder decoder = new RememberedTokens(AccessTokens.decoder(KEYS, ISSUER, ""), jwt -> verdict.get());
        String token = token("dovira", 300);
        decoder.decode(token);
        decoder.decode(token);

        verdict.set(OAuth2TokenValidatorResult.failure(new OAuth2Error("expired")));

        assertThatThrownBy(() -> decoder.decode(token)).isInstanceOf(JwtValidationException.class);
    }

    private static String token(String audience, int secondsToLive) {
        Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        JwtClaimsSet claims = JwtClaimsSet.builder()
                .issuer(ISSUER.toString())
                .subject("anna")
                .audience(List.of(audience))
                .issuedAt(now.minusSeconds(600))
                .expiresAt(now.plusSeconds(secondsToLive))
                .build();
        return new NimbusJwtEncoder(KEYS)
                .encode(JwtEncoderParameters.from(claims))
                .getTokenValue();
    }

    private static RSAKey key() {
        try {
            return new RSAKeyGenerator(2_048).keyID("k").generate();
        } catch (com.nimbusds.jose.JOSEException e) {
            throw new IllegalStateException(e);
        }
    }
}
