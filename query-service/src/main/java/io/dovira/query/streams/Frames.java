package io.dovira.query.streams;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/**
 * Writes server-sent events. Every frame that has an id carries the position as id, so a client that comes back with {@code Last-Event-ID}
 * goes on right after it, whichever frame it was.
 */
final class Frames {
    private static final byte[] DATA = "\ndata: ".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] END = "\n\n".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] BEAT = ": beat\n\n".getBytes(StandardCharsets.US_ASCII);

    private final OutputStream out;

    Frames(OutputStream out) {
        this.out = out;
    }

    void retry(Duration delay) throws IOException {
        text("retry: " + delay.toMillis() + "\n\n");
    }

    /** An event: no name, so that {@code onmessage} of a browser gets it. */
    void event(long position, byte[] json) throws IOException {
        text("id: " + position);
        out.write(DATA);
        out.write(json);
        out.write(END);
    }

    /** Everything selected up to the position was sent; nothing is to be done but to remember the id. */
    void checkpoint(long position, long head) throws IOException {
        text("id: " + position + "\nevent: checkpoint\ndata: {\"position\":" + position + ",\"head\":" + head
                + "}\n\n");
    }

    /** A comment, which clients skip: shows both sides that the connection lives. */
    void beat() throws IOException {
        out.write(BEAT);
    }

    void flush() throws IOException {
        out.flush();
    }

    private void text(String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.US_ASCII));
    }
}
