package io.dovira.command.appeals;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.dovira.command.platform.SharedSecrets;
import io.dovira.events.AppealId;
import io.dovira.events.appeals.Appeal;
import io.dovira.events.appeals.ReceiptCode;
import java.security.GeneralSecurityException;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The codes of citizens. Each is made of the id of its appeal and a secret that all services share (HMAC-SHA-256), so it is kept nowhere, and a repeated
 * lodging gets the same one from any of them. Thread-safe.
 */
@Component
final class Receipts {
    private static final String SECRET = "appeal-receipts";
    private static final String MAC = "HmacSHA256";

    private final SharedSecrets secrets;
    private volatile @Nullable SecretKeySpec key;

    Receipts(SharedSecrets secrets) {
        this.secrets = secrets;
    }

    /** The code of an appeal that is lodged now. */
    ReceiptCode of(AppealId appeal) {
        try {
            Mac mac = Mac.getInstance(MAC);
            mac.init(key());
            return ReceiptCode.of(mac.doFinal(appeal.value().getBytes(UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has " + MAC, e);
        }
    }

    /** The code of this appeal; empty if it was lodged with another secret, or before codes were made of one. */
    Optional<ReceiptCode> of(Appeal appeal) {
        return Optional.of(of(appeal.id())).filter(code -> code.digest().equals(appeal.receipt()));
    }

    private SecretKeySpec key() {
        SecretKeySpec known = key;
        if (known == null) {
            known = new SecretKeySpec(secrets.of(SECRET), MAC);
            key = known;
        }
        return known;
    }
}
