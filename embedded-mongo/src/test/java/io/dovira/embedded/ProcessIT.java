package io.dovira.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import java.nio.file.Files;
import java.nio.file.Path;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProcessIT {

    @TempDir
    private Path data;

    @Test
    void stopsCleanlyOnSigterm() throws Exception {
        try (ServerProcess server = ServerProcess.on(data)) {
            try (MongoClient client = server.client()) {
                client.getDatabase("t").getCollection("c").insertOne(new Document("_id", 1));
            }
            server.terminate();
            assertThat(server.exitCode()).isEqualTo(143);
            assertThat(server.said()).contains("embedded-mongo stopped").doesNotContain("Exception");
        }
    }

    @Test
    void refusesADirectoryThatAnotherProcessHolds() throws Exception {
        try (ServerProcess first = ServerProcess.on(data)) {
            assertThat(first.uri()).startsWith("mongodb://127.0.0.1:");
            try (ServerProcess second = ServerProcess.on(data)) {
                assertThat(second.exitCode()).isEqualTo(1);
                assertThat(second.said())
                        .contains("the data directory " + data + " is in use")
                        .doesNotContain("Exception");
            }
        }
    }

    @Test
    void refusesAPortThatIsTaken() throws Exception {
        try (EmbeddedMongo other = EmbeddedMongo.start(0, null);
                ServerProcess server = ServerProcess.run("--memory", "--port", String.valueOf(other.port()))) {
            assertThat(server.exitCode()).isEqualTo(1);
            assertThat(server.said()).contains("did not start").contains("in use");
        }
    }

    @Test
    void refusesAFileThatIsNotItsOwn() throws Exception {
        Files.writeString(data.resolve("dovira.mv"), "not a store, but long enough to be looked at\n".repeat(300));
        try (ServerProcess server = ServerProcess.on(data)) {
            assertThat(server.exitCode()).isEqualTo(1);
            assertThat(server.said()).contains("did not start");
        }
    }

    @Test
    void tellsHowItIsUsed() throws Exception {
        try (ServerProcess help = ServerProcess.run("--help")) {
            assertThat(help.exitCode()).isZero();
            assertThat(help.said()).contains("--port <port>").contains("--data <directory>");
        }
        try (ServerProcess wrong = ServerProcess.run("--prot", "1")) {
            assertThat(wrong.exitCode()).isEqualTo(2);
            assertThat(wrong.said()).contains("unknown argument: --prot").contains("Usage:");
        }
    }
}
