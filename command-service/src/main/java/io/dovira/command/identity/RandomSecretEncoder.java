package io.dovira.command.identity;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.dovira.events.Sha256;
import java.security.MessageDigest;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.password.PasswordEncoder;

/**
 * Compares secrets of 144 random bits in constant time. Such secrets cannot be guessed from a digest, so the slow hashes that protect
 * passwords chosen by people would only cost seconds at start and at each token. Not for chosen passwords.
 */
final class RandomSecretEncoder implements PasswordEncoder {

    @Override
    public @Nullable String encode(@Nullable CharSequence secret) {
        return secret == null ? null : Sha256.of(secret.toString());
    }

    @Override
    public boolean matches(@Nullable CharSequence secret, @Nullable String encoded) {
        if (secret == null || encoded == null) {
            return false;
        }
        return MessageDigest.isEqual(Sha256.of(secret.toString()).getBytes(UTF_8), encoded.getBytes(UTF_8));
    }
}
