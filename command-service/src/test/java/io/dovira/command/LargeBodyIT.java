package io.dovira.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.dovira.command.identity.TestIssuer;
import io.dovira.eventstore.log.EventLog;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;

/** Speaks HTTP by hand, to see when the service answers. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@Import({TestDatabase.class, TestIssuer.class})
class LargeBodyIT {
    private static final long FIFTY_MEGABYTES = 50_000_000;

    @LocalServerPort
    private int port;

    @Autowired
    private EventLog log;

    @Test
    void refusesABodyByItsLengthBeforeAnyOfItHasCome() throws IOException {
        long head = log.head();
        try (Socket socket = connected()) {
            sendHead(socket, "Content-Length: " + FIFTY_MEGABYTES);

            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

            assertThat(answer)
                    .startsWith("HTTP/1.1 413")
                    .contains("application/problem+json", "urn:dovira:problem:body-too-large");
        }
        assertThat(log.head()).isEqualTo(head);
    }

    @Test
    void refusesABodyOfUnknownLengthAsSoonAsItIsTooLong() throws IOException {
        long head = log.head();
        try (Socket socket = connected()) {
            sendHead(socket, "Transfer-Encoding: chunked");
            OutputStream out = socket.getOutputStream();
            chunk(out, "{\"office\": \"");
            String much = "x".repeat(8_000);
            long sent = 0;
            InputStream in = socket.getInputStream();
            while (in.available() == 0 && sent < FIFTY_MEGABYTES) {
                try {
                    chunk(out, much);
                } catch (SocketException closed) {
                    break;
                }
                sent += much.length();
            }

            assertThat(sent).isLessThan(FIFTY_MEGABYTES);
            assertThat(new String(in.readNBytes(2_000), StandardCharsets.UTF_8))
                    .startsWith("HTTP/1.1 413")
                    .contains("urn:dovira:problem:body-too-large");
        }
        assertThat(log.head()).isEqualTo(head);
    }

    private Socket connected() throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setSoTimeout(20_000);
        return socket;
    }

    private static void sendHead(Socket socket, String length) throws IOException {
        socket.getOutputStream()
                .write(
                        ("POST /api/v1/visits HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nConnection: close\r\n"
                                        + "Authorization: "
                                        + TestIssuer.bearer("clerk") + "\r\n" + length + "\r\n\r\n")
                                .getBytes(StandardCharsets.US_ASCII));
    }

    private static void chunk(OutputStream out, String text) throws IOException {
        out.write((Integer.toHexString(text.length()) + "\r\n" + text + "\r\n").getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }
}
