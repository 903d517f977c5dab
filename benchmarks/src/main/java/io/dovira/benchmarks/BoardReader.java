package io.dovira.benchmarks;

import io.dovira.benchmarks.VisitTraffic.Sent;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Scanner;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/** Somebody who has the board open, on a thread and a connection of their own. Thread-safe. */
final class BoardReader {
    private static final String STREAM = "/api/v1/live/stream";

    /** Position that a frame is complete to, and when it came. */
    private final ConcurrentSkipListMap<Long, Long> frames = new ConcurrentSkipListMap<>();

    private final AtomicInteger snapshots = new AtomicInteger();

    private BoardReader() {}

    /** One that notes when each frame came. */
    static BoardReader measuring(ServiceApi queries) {
        BoardReader reader = new BoardReader();
        Thread.startVirtualThread(() -> reader.read(queries));
        return reader;
    }

    /** One that takes whatever comes and looks at none of it, so that the measuring machine is not measured. */
    static void other(ServiceApi queries) {
        Thread.startVirtualThread(() -> drain(queries));
    }

    /** Returns when a frame has come that is complete to everything that was sent. */
    void await(List<Sent> sent) {
        long last = sent.stream().mapToLong(Sent::position).max().orElseThrow();
        while (frames.isEmpty() || frames.lastKey() < last) {
            LockSupport.parkNanos(1_000_000);
        }
    }

    /** When the first frame came that is complete to the position, by {@link System#nanoTime}. */
    long shownAt(long position) {
        return frames.ceilingEntry(position).getValue();
    }

    /** One at the beginning; each further one because it was too slow. */
    int snapshots() {
        return snapshots.get();
    }

    private void read(ServiceApi queries) {
        try {
            InputStream stream =
                    queries.open(STREAM, BodyHandlers.ofInputStream()).body();
            Scanner lines = new Scanner(stream, StandardCharsets.UTF_8);
            while (lines.hasNextLine()) {
                String line = lines.nextLine();
                if (line.startsWith("id: ")) {
                    frames.putIfAbsent(Long.parseLong(line.substring(4)), System.nanoTime());
                } else if (line.equals("event: snapshot")) {
                    snapshots.incrementAndGet();
                }
            }
        } catch (IOException e) {
            System.err.println("a reader ended: " + e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void drain(ServiceApi queries) {
        URI service = queries.service();
        try (Socket socket = new Socket(service.getHost(), service.getPort())) {
            String request = "GET " + STREAM + " HTTP/1.1\r\nHost: " + service.getAuthority()
                    + "\r\nAuthorization: Bearer " + queries.token() + "\r\nAccept: text/event-stream\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            InputStream in = socket.getInputStream();
            byte[] buffer = new byte[16_384];
            int read = in.read(buffer);
            String status = new String(buffer, 0, Math.clamp(read, 0, 12), StandardCharsets.US_ASCII);
            if (!status.equals("HTTP/1.1 200")) {
                throw new IOException("refused: " + status);
            }
            while (read >= 0) {
                read = in.read(buffer);
            }
            System.err.println("a reader's stream ended");
        } catch (IOException e) {
            System.err.println("a reader ended: " + e);
        }
    }
}
