package io.dovira.query.identity;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.proc.SecurityContext;
import java.time.Instant;
import java.util.List;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtEncoderParameters;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.jwt.NimbusJwtEncoder;

/** Signs bearer tokens for tests, with a key of this JVM; import it and the service under test accepts them instead of real ones. */
@TestConfiguration(proxyBeanMethods = false)
public class TestIssuer {
    private static final RSAKey KEY = key();
    private static final NimbusJwtEncoder ENCODER =
            new NimbusJwtEncoder(new ImmutableJWKSet<SecurityContext>(new JWKSet(KEY)));

    /** The value of an {@code Authorization} header: a caller with that role, for the offices named, or for all when none is. */
    public static String bearer(String role, String... offices) {
        return bearer(claims(role, offices.length == 0 ? List.of("*") : List.of(offices)));
    }

    /** An integrator of all offices who may read these events. */
    public static String reader(String... events) {
        return bearer(claims("integrator", List.of("*")).claim("events", List.of(events)));
    }

    private static JwtClaimsSet.Builder claims(String role, List<String> offices) {
        Instant now = Instant.now();
        return JwtClaimsSet.builder()
                .subject("test-" + role)
                .claim("roles", List.of(role))
                .claim("offices", offices)
                .issuedAt(now.minusSeconds(5))
                .expiresAt(now.plusSeconds(3600));
    }

    private static String bearer(JwtClaimsSet.Builder claims) {
        return "Bearer "
                + ENCODER.encode(JwtEncoderParameters.from(claims.build())).getTokenValue();
    }

    @Bean
    @Primary
    JwtDecoder testTokens() throws JOSEException {
        return NimbusJwtDecoder.withPublicKey(KEY.toRSAPublicKey()).build();
    }

    private static RSAKey key() {
        try {
            return new RSAKeyGenerator(2048).keyID("test").generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }
}
