package io.dovira.command.platform;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Digests under a secret that all services share (HMAC-SHA-256): equal texts have equal ones, from any service, and nobody without the secret can make
 * one. The secret is asked for when it is first needed. Thread-safe.
 */
public final class KeyedDigest {
    private static final String MAC = "HmacSHA256";

    private final SharedSecrets secrets;
    private final String name;
    private volatile @Nullable SecretKeySpec key;

    /** @param name of the secret among the {@link SharedSecrets} */
    public KeyedDigest(SharedSecrets secrets, String name) {
        this.secrets = secrets;
        this.name = name;
    }

    /** 32 bytes. */
    public byte[] of(String text) {
        try {
            Mac mac = Mac.getInstance(MAC);
            mac.init(key());
            return mac.doFinal(text.getBytes(UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has " + MAC, e);
        }
    }

    private SecretKeySpec key() {
        SecretKeySpec known = key;
        if (known == null) {
            known = new SecretKeySpec(secrets.of(name), MAC);
            key = known;
        }
        return known;
    }
}
