package io.dovira.command.simulator;

import io.dovira.events.FootageId;
import java.nio.charset.StandardCharsets;

/** What a simulated camera saw: a small picture that says which segment it is. The same segment, the same bytes. */
final class SimulatedContent {
    static final String MEDIA_TYPE = "image/svg+xml";

    private SimulatedContent() {}

    static byte[] of(FootageId segment) {
        return """
                <svg xmlns="http://www.w3.org/2000/svg" width="640" height="360" role="img">
                <rect width="640" height="360" fill="#101820"/>
                <text x="320" y="170" fill="#e8edf2" font-family="monospace" font-size="22" text-anchor="middle">%s</text>
                <text x="320" y="210" fill="#9fb0c0" font-family="sans-serif" font-size="18" text-anchor="middle">симуляція</text>
                </svg>
                """.formatted(segment.value()).getBytes(StandardCharsets.UTF_8);
    }
}
