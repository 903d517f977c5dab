package io.dovira.command.appeals;

import io.dovira.command.platform.KeyedDigest;
import io.dovira.command.platform.SharedSecrets;
import io.dovira.events.AppealId;
import io.dovira.events.appeals.Appeal;
import io.dovira.events.appeals.ReceiptCode;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * The codes of citizens. Each is made of the id of its appeal and a secret that all services share, so it is kept nowhere, and a repeated lodging gets
 * the same one from any of them. Thread-safe.
 */
@Component
final class Receipts {
    private final KeyedDigest digests;

    Receipts(SharedSecrets secrets) {
        this.digests = new KeyedDigest(secrets, "appeal-receipts");
    }

    /** The code of an appeal that is lodged now. */
    ReceiptCode of(AppealId appeal) {
        return ReceiptCode.of(digests.of(appeal.value()));
    }

    /** The code of this appeal; empty if it was lodged with another secret, or before codes were made of one. */
    Optional<ReceiptCode> of(Appeal appeal) {
        return Optional.of(of(appeal.id())).filter(code -> code.digest().equals(appeal.receipt()));
    }
}
