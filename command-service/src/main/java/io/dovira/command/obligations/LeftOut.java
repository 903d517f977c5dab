package io.dovira.command.obligations;

import java.util.HashSet;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Facts that the watch leaves out, because they cannot be read or cannot follow: the projections show them among their dead letters. A stream is read
 * again whenever it goes on, so each is told of once. For one thread.
 */
final class LeftOut {
    private static final Logger LOG = LoggerFactory.getLogger(LeftOut.class);
    /** Of more than these some are told of again; so many are a matter of their own. */
    private static final int MOST = 10_000;

    private final Set<Long> positions = new HashSet<>();

    void tell(long position, RuntimeException why) {
        if (isNew(position)) {
            LOG.error("the watch over obligations leaves out position {}: {}", position, why.toString());
        }
    }

    boolean isNew(long position) {
        if (positions.size() >= MOST) {
            positions.clear();
        }
        return positions.add(position);
    }
}
