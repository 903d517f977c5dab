package io.dovira.query.integrity;

import io.dovira.eventstore.log.EventLog;
import io.dovira.eventstore.seal.Patrol;
import io.dovira.eventstore.seal.SealFiles;
import io.dovira.eventstore.seal.SealOptions;
import io.dovira.eventstore.seal.SealStore;
import io.dovira.eventstore.seal.Sealer;
import io.dovira.eventstore.tlog.NoteKey;
import io.dovira.eventstore.tlog.NoteSigner;
import java.net.URI;
import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The sealer of this process, if it has one. A service that cannot seal still shows its boards; it says that it cannot. */
final class Sealing implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Sealing.class);

    private static final int MOST_EVENTS_OF_A_HEAD = 65_536;

    private final @Nullable NoteKey key;
    private final @Nullable Sealer sealer;
    private final @Nullable Patrol patrol;
    private final @Nullable String problem;

    private Sealing(@Nullable NoteKey key, @Nullable Sealer sealer, @Nullable Patrol patrol, @Nullable String problem) {
        this.key = key;
        this.sealer = sealer;
        this.patrol = patrol;
        this.problem = problem;
    }

    static Sealing none() {
        return new Sealing(null, null, null, null);
    }

    static Sealing start(
            EventLog log, SealStore store, SealFiles files, SealProperties properties, URI address, Clock clock) {
        NoteSigner signer;
        try {
            signer = files.signer(() -> originOf(properties, address));
            String wanted = properties.origin();
            if (wanted != null && !wanted.equals(signer.key().name())) {
                throw new IllegalArgumentException("dovira.seal.origin is " + wanted + ", the key is of "
                        + signer.key().name());
            }
        } catch (RuntimeException e) {
            LOG.error("the log is not sealed by this service: {}", e.getMessage(), e);
            return new Sealing(null, null, null, e.getMessage());
        }
        Sealer sealer = new Sealer(
                log, store, files, signer, new SealOptions(clock, properties.interval(), MOST_EVENTS_OF_A_HEAD));
        sealer.start();
        Patrol patrol = null;
        if (properties.patrol() > 0) {
            patrol = new Patrol(log, store, clock, properties.patrol());
            patrol.start();
        }
        return new Sealing(signer.key(), sealer, patrol, null);
    }

    /** The address without its scheme, as the specification recommends. */
    static String originOf(SealProperties properties, URI address) {
        String given = properties.origin();
        return given != null
                ? given
                : address.toString().replaceFirst("^[a-z]+://", "").replaceFirst("/+$", "");
    }

    Optional<NoteKey> key() {
        return Optional.ofNullable(key);
    }

    /** Why this service does not seal, though it should; for operators, it may name files. */
    Optional<String> problem() {
        return problem != null || sealer == null ? Optional.ofNullable(problem) : sealer.problem();
    }

    long checkedTo() {
        return patrol == null ? 0 : patrol.checkedTo();
    }

    @Override
    public void close() {
        if (patrol != null) {
            patrol.close();
        }
        if (sealer != null) {
            sealer.close();
        }
    }
}
