package io.dovira.system;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** The script that a container runs to see whether its service is healthy. */
class HealthcheckIT {

    @Test
    void saysWhatTheServiceSays() throws Exception {
        assertThat(checked(200)).isZero();
        assertThat(checked(503)).isEqualTo(1);
        assertThat(checked(404)).isEqualTo(1);
    }

    @Test
    void isNotHealthyIfNobodyListens() throws Exception {
        int port;
        try (ServerSocket socket = new ServerSocket(0)) {
            port = socket.getLocalPort();
        }
        assertThat(check(port)).isEqualTo(1);
    }

    @Test
    void isNotHealthyIfNobodyAnswers() throws Exception {
        try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            assertThat(check(silent.getLocalPort())).isEqualTo(1);
        }
    }

    private static int checked(int status) throws Exception {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            boolean asked = exchange.getRequestURI().getPath().equals("/actuator/health");
            byte[] body = "{\"status\":\"any\"}".getBytes(UTF_8);
            exchange.sendResponseHeaders(asked ? status : 400, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
        try {
            return check(server.getAddress().getPort());
        } finally {
            server.stop(0);
        }
    }

    private static int check(int port) throws IOException, InterruptedException {
        ProcessBuilder script =
                new ProcessBuilder(Repository.file("docker/healthcheck").toString());
        script.environment().put("SERVER_PORT", String.valueOf(port));
        Process process = script.redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return process.exitValue();
    }
}
