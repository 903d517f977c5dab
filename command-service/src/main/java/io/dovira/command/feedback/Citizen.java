package io.dovira.command.feedback;

import io.dovira.command.platform.Envelope;
import jakarta.servlet.http.HttpServletRequest;

/** Who sends what nobody signs in for; whoever is signed in at the same browser plays no part. */
final class Citizen {
    private static final String NAME = "visitor";

    private Citizen() {}

    /** What the request is for is limited by its path: an office, or what a code opens. */
    static Envelope envelope(HttpServletRequest request) {
        return Envelope.of(request, NAME, NAME, office -> true);
    }
}
