package io.dovira.query.platform.projector;

import io.dovira.query.platform.Build;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventhandling.tokenstore.UnableToClaimTokenException;
import org.axonframework.eventhandling.tokenstore.UnableToInitializeTokenException;

/**
 * The position of one build of a projection, and the right to move it on. One owner at a time; whoever wants to store a position without owning it is
 * refused. Backed by Axon's token store.
 */
final class Claim {

    private static final int SEGMENT = 0;

    private final TokenStore tokens;
    private final String name;

    Claim(TokenStore tokens, Build build) {
        this.tokens = tokens;
        this.name = build.name();
    }

    /**
     * Takes the claim; returns the position.
     *
     * @throws UnableToClaimTokenException if another service holds it
     */
    long take() {
        if (tokens.fetchSegments(name).length == 0) {
            try {
                tokens.initializeTokenSegments(name, 1, new GlobalSequenceTrackingToken(0));
            } catch (UnableToClaimTokenException | UnableToInitializeTokenException e) {
                // Another service was first; whose it is shows below.
            }
        }
        TrackingToken token = tokens.fetchToken(name, SEGMENT);
        return token == null ? 0 : token.position().orElse(0);
    }

    /** @throws UnableToClaimTokenException if the claim is lost; the position then is where it was */
    void store(long position) {
        tokens.storeToken(new GlobalSequenceTrackingToken(position), name, SEGMENT);
    }

    /** @throws UnableToClaimTokenException if the claim is lost */
    void extend() {
        tokens.extendClaim(name, SEGMENT);
    }

    /** Lets another service take over at once. */
    void release() {
        tokens.releaseClaim(name, SEGMENT);
    }
}
