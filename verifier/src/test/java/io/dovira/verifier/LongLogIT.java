package io.dovira.verifier;

import static org.assertj.core.api.Assertions.assertThat;

import io.dovira.eventstore.tlog.Checkpoint;
import io.dovira.eventstore.tlog.NoteSigner;
import io.dovira.eventstore.tlog.StoredAppend;
import io.dovira.eventstore.tlog.TreeBuilder;
import java.io.BufferedOutputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.bson.BsonArray;
import org.bson.BsonDateTime;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonInt64;
import org.bson.BsonString;
import org.bson.RawBsonDocument;
import org.bson.codecs.BsonDocumentCodec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LongLogIT {

    /** Their hashes alone would not fit into the heap of the process below. */
    private static final int EVENTS = 300_000;

    @Test
    void needsNoMoreMemoryForALongLog(@TempDir Path directory) throws Exception {
        NoteSigner signer = NoteSigner.generate("dovira.example/log");
        Path export = directory.resolve("commits.bson");
        Path checkpoint = Files.writeString(directory.resolve("checkpoint"), write(export, signer));

        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx16m",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Main.class.getName(),
                        "verify",
                        "--export",
                        export.toString(),
                        "--checkpoint",
                        checkpoint.toString(),
                        "--key",
                        signer.key().toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(process.waitFor()).isZero();
        assertThat(out).isEqualTo("intact to " + EVENTS + "\n");
    }

    private static String write(Path export, NoteSigner signer) throws Exception {
        TreeBuilder tree = TreeBuilder.empty();
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(export))) {
            for (int position = 1; position <= EVENTS; position++) {
                RawBsonDocument append = new RawBsonDocument(append(position), new BsonDocumentCodec());
                byte[] bytes = new byte[append.getByteLength()];
                append.getByteBuffer().get(bytes);
                out.write(bytes);
                tree.append(StoredAppend.read(bytes, position).getFirst().hash());
                tree.dropGrown();
            }
        }
        return signer.sign(new Checkpoint("dovira.example/log", EVENTS, tree.root()).text())
                .toString();
    }

    private static BsonDocument append(int position) {
        return new BsonDocument("_id", new BsonInt64(position))
                .append("n", new BsonInt32(1))
                .append("rts", new BsonDateTime(position))
                .append("k", new BsonArray(List.of(new BsonString("s" + position + "/0"))))
                .append("ev", new BsonArray(List.of(event(position))));
    }

    private static BsonDocument event(int position) {
        return new BsonDocument("eid", new BsonString("e" + position))
                .append("type", new BsonString("visit.visitor-called"))
                .append("rev", new BsonInt32(1))
                .append("stream", new BsonString("s" + position))
                .append("seq", new BsonInt64(0))
                .append("at", new BsonDateTime(position))
                .append("tags", new BsonArray())
                .append("pl", new BsonDocument("number", new BsonInt32(position)))
                .append("meta", new BsonDocument());
    }
}
