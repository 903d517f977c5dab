package io.dovira.query.platform;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;

/** Answers that are server-sent events. */
public final class EventStreams {
    private EventStreams() {}

    /** Begins one: nobody between us and the reader keeps it, or holds it back. */
    public static OutputStream begin(HttpServletResponse response) throws IOException {
        response.setContentType("text/event-stream");
        response.setCharacterEncoding("UTF-8");
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("X-Accel-Buffering", "no");
        return response.getOutputStream();
    }
}
