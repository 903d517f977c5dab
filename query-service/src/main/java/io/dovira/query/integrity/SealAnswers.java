package io.dovira.query.integrity;

import io.dovira.eventstore.seal.Contradiction;
import io.dovira.eventstore.seal.Seal;
import io.dovira.eventstore.seal.SealedHead;
import io.dovira.eventstore.tlog.Hash;
import io.dovira.eventstore.tlog.NoteKey;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the interfaces of the seal answer. Hashes are base64. */
final class SealAnswers {

    private SealAnswers() {}

    /**
     * @param leaf hash of the event
     * @param hashes the way from the leaf to the root (RFC 6962, 2.1.1)
     * @param checkpoint the signed head of this tree; null when a former size was asked for
     */
    @Schema(name = "InclusionProof")
    record InclusionProof(
            long position,
            long size,
            String leaf,
            String root,
            List<String> hashes,
            @Nullable String checkpoint) {

        static InclusionProof of(long position, long size, Seal.Inclusion proof, @Nullable SealedHead head) {
            return new InclusionProof(
                    position,
                    size,
                    proof.leaf().base64(),
                    proof.root().base64(),
                    texts(proof.hashes()),
                    head == null || head.size() != size ? null : head.note());
        }
    }

    /** @param hashes show that the log of {@code to} events began as the one of {@code from} (RFC 6962, 2.1.2) */
    @Schema(name = "ConsistencyProof")
    record ConsistencyProof(long from, long to, String fromRoot, String toRoot, List<String> hashes) {

        static ConsistencyProof of(long from, long to, Seal.Consistency proof) {
            return new ConsistencyProof(
                    from, to, proof.fromRoot().base64(), proof.toRoot().base64(), texts(proof.hashes()));
        }
    }

    /** How the seal stands. */
    enum Standing {
        /** Nothing is sealed yet. */
        EMPTY,
        SEALED,
        /** This service should seal and cannot. */
        UNSEALED,
        /** The log is not what was sealed; nothing is signed any more. */
        CONTRADICTED
    }

    /**
     * @param sealed positions 1 to this one are sealed
     * @param head last position of the log
     * @param secondsBehind age of the oldest event that is not sealed
     * @param checkpoint the signed head; null before the first
     * @param key to verify it with, as name+hash+base64; null if this service does not sign
     * @param checkedTo positions 1 to this one were compared with the seal since the service began
     * @param brokenAt first position known to be not as it was sealed; null if none is, or it cannot be told
     * @param broken what is wrong with it
     */
    @Schema(name = "SealState")
    record SealState(
            Standing standing,
            long sealed,
            @Nullable Instant sealedAt,
            long head,
            double secondsBehind,
            @Nullable String checkpoint,
            @Nullable String key,
            long checkedTo,
            @Nullable Long brokenAt,
            @Nullable String broken,
            @Nullable Instant foundAt) {

        static SealState of(Seal.State state, Sealing sealing) {
            SealedHead sealed = state.sealed();
            Contradiction contradiction = state.contradiction();
            return new SealState(
                    standing(state, sealing),
                    state.size(),
                    sealed == null ? null : sealed.at(),
                    state.head(),
                    state.behind().toMillis() / 1_000.0,
                    sealed == null ? null : sealed.note(),
                    sealing.key().map(NoteKey::toString).orElse(null),
                    sealing.checkedTo(),
                    contradiction == null || contradiction.position() == 0 ? null : contradiction.position(),
                    contradiction == null ? null : contradiction.what(),
                    contradiction == null ? null : contradiction.foundAt());
        }

        private static Standing standing(Seal.State state, Sealing sealing) {
            if (state.contradiction() != null) {
                return Standing.CONTRADICTED;
            }
            if (sealing.problem().isPresent()) {
                return Standing.UNSEALED;
            }
            return state.sealed() == null ? Standing.EMPTY : Standing.SEALED;
        }
    }

    /**
     * @param receipt everything that was sealed of the event, payload and meta as digests only: base64url of its canonical form
     * @param link page on which it is checked; what follows the {@code #} is not sent to anybody
     * @param leaf hash of it
     */
    @Schema(name = "Receipt")
    record Receipt(
            long position,
            String eventId,
            String type,
            String stream,
            Instant occurredAt,
            Instant recordedAt,
            String receipt,
            String link,
            String leaf) {}

    private static List<String> texts(List<Hash> hashes) {
        return hashes.stream().map(Hash::base64).toList();
    }
}
