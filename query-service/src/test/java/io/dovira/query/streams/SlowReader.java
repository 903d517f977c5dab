package io.dovira.query.streams;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** A client with a small window that reads nothing until it is told to. */
final class SlowReader implements AutoCloseable {
    private final Socket socket;

    private SlowReader(Socket socket) {
        this.socket = socket;
    }

    static SlowReader open(int port, String path) throws IOException {
        Socket socket = new Socket();
        socket.setReceiveBufferSize(4096);
        socket.connect(new java.net.InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        String request = "GET " + path + " HTTP/1.1\r\nHost: localhost\r\n\r\n";
        socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
        return new SlowReader(socket);
    }

    /** Reads until it has as many events. A chunk boundary may break a line anywhere, so only whole id lines before a data line count. */
    List<Long> readPositions(int count) throws IOException {
        BufferedReader lines =
                new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
        StringBuilder body = new StringBuilder();
        List<Long> positions = new ArrayList<>();
        Chunks chunks = new Chunks(lines);
        while (positions.size() < count) {
            body.append(chunks.next());
            int end;
            while ((end = body.indexOf("\n\n")) >= 0) {
                String frame = body.substring(0, end);
                body.delete(0, end + 2);
                if (frame.startsWith("id: ") && !frame.contains("event: checkpoint")) {
                    positions.add(Long.valueOf(frame.substring(4, frame.indexOf('\n'))));
                }
            }
        }
        return positions;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }

    /** The body of a chunked answer; everything sent is ASCII, so characters are bytes. */
    private static final class Chunks {
        private final BufferedReader in;
        private boolean started;

        Chunks(BufferedReader in) {
            this.in = in;
        }

        String next() throws IOException {
            if (!started) {
                while (!in.readLine().isEmpty()) {
                    // the headers
                }
                started = true;
            }
            String size = in.readLine();
            if (size.isEmpty()) {
                size = in.readLine();
            }
            char[] chunk = new char[Integer.parseInt(size, 16)];
            int read = 0;
            while (read < chunk.length) {
                read += in.read(chunk, read, chunk.length - read);
            }
            return new String(chunk);
        }
    }
}
