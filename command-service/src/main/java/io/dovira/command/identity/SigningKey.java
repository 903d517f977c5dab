package io.dovira.command.identity;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import java.text.ParseException;

/** The key that signs tokens. It outlives the process, or every token would be void after a restart. */
final class SigningKey {
    private static final int BITS = 3072;

    private SigningKey() {}

    static JWKSet in(SecretFiles files) {
        String json = files.read("signing-key.json", SigningKey::fresh);
        try {
            return new JWKSet(RSAKey.parse(json));
        } catch (ParseException e) {
            // The cause would quote the key.
            throw new IllegalStateException("signing-key.json is damaged: restore it, or delete it and sign in anew");
        }
    }

    private static String fresh() {
        try {
            return new RSAKeyGenerator(BITS)
                    .keyUse(KeyUse.SIGNATURE)
                    .keyIDFromThumbprint(true)
                    .generate()
                    .toJSONString();
        } catch (JOSEException e) {
            throw new IllegalStateException("no RSA key can be made", e);
        }
    }
}
