package io.dovira.events.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import io.dovira.events.Fact;
import io.dovira.eventstore.codec.PlainDocuments;
import io.dovira.eventstore.codec.RecordCodecs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bson.BsonDocument;
import org.bson.Document;
import org.bson.json.JsonMode;
import org.bson.json.JsonWriterSettings;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What any revision ever wrote is still read as what it meant. A file holds what stands in a log ({@code stored}, as extended JSON) and what
 * that reads as today. A new revision adds its file when this runs with {@code -Ddovira.regenerate=true}; what is stored in a file never changes.
 */
class CorpusTest {
    private static final Path CORPUS = Path.of("src/test/resources/corpus");
    private static final Pattern FILE = Pattern.compile("(.+)\\.v(\\d+)\\.json");
    private static final JsonWriterSettings PRETTY = JsonWriterSettings.builder()
            .outputMode(JsonMode.EXTENDED)
            .indent(true)
            .build();

    /** One file of the corpus. */
    record Written(String name, int revision) {
        static Written of(Fact fact) {
            return new Written(Facts.nameOf(fact.getClass()), Facts.revisionOf(fact.getClass()));
        }

        static Written of(Path file) {
            Matcher name = FILE.matcher(file.getFileName().toString());
            assertThat(name.matches()).as("%s is no file of the corpus", file).isTrue();
            return new Written(name.group(1), Integer.parseInt(name.group(2)));
        }

        Path file() {
            return CORPUS.resolve(this + ".json");
        }

        BsonDocument stored() throws IOException {
            return BsonDocument.parse(Files.readString(file())).getDocument("stored");
        }

        Fact read() throws IOException {
            BsonDocument payload = stored();
            if (Upcasts.isOld(name, revision)) {
                payload = PlainDocuments.changed(payload, old -> Upcasts.toNewest(name, revision, old));
            }
            return RecordCodecs.decode(payload, Facts.typeOf(name));
        }

        void write(BsonDocument stored, Map<String, Object> reads) throws IOException {
            BsonDocument file = new BsonDocument("stored", stored).append("reads", plain(reads));
            Files.createDirectories(CORPUS);
            Files.writeString(file(), file.toJson(PRETTY) + "\n");
        }

        @Override
        public String toString() {
            return name + ".v" + revision;
        }
    }

    @BeforeAll
    static void addsWhatIsNew() throws IOException {
        if (Boolean.getBoolean("dovira.regenerate")) {
            for (Fact example : FactExamples.ALL) {
                Written newest = Written.of(example);
                if (!Files.exists(newest.file())) {
                    newest.write(RecordCodecs.encode((Record) example), Plain.of(example));
                }
            }
            for (Written old : corpus().toList()) {
                old.write(old.stored(), Plain.of(old.read()));
            }
        }
    }

    @Test
    void holdsEveryRevisionThatWasEverWritten() throws IOException {
        assertThat(corpus())
                .containsExactlyInAnyOrderElementsOf(Facts.all().stream()
                        .flatMap(type -> IntStream.rangeClosed(1, Facts.revisionOf(type))
                                .mapToObj(revision -> new Written(Facts.nameOf(type), revision)))
                        .toList());
    }

    @ParameterizedTest
    @MethodSource("corpus")
    void readsItAsWhatItMeant(Written written) throws IOException {
        BsonDocument reads =
                BsonDocument.parse(Files.readString(written.file())).getDocument("reads");

        assertThat(plain(Plain.of(written.read()))).isEqualTo(reads);
    }

    @ParameterizedTest
    @MethodSource("corpus")
    void writesTheNewestRevisionAsItStands(Written written) throws IOException {
        if (!Upcasts.isOld(written.name(), written.revision())) {
            BsonDocument again = RecordCodecs.encode((Record) written.read());

            assertThat(again.toJson()).isEqualTo(written.stored().toJson());
        }
    }

    private static BsonDocument plain(Map<String, Object> fields) {
        return new Document(fields).toBsonDocument();
    }

    static Stream<Written> corpus() throws IOException {
        try (Stream<Path> files = Files.list(CORPUS)) {
            return files.map(Written::of).toList().stream();
        }
    }
}
