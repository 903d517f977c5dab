package io.dovira.verifier;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.MongoException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import io.dovira.eventstore.seal.CommitDump;
import io.dovira.eventstore.seal.SealStore;
import io.dovira.eventstore.tlog.Checkpoint;
import io.dovira.eventstore.tlog.NoteKey;
import io.dovira.eventstore.tlog.SignedNote;
import io.dovira.eventstore.tlog.TileSource;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.bson.BSONException;
import org.jspecify.annotations.Nullable;

/** {@code java -jar verifier.jar verify ...}. The verdict goes to the output, everything else to the error output. */
public final class Main {

    static final int INTACT = 0;
    static final int BROKEN = 1;
    static final int UNKNOWN = 2;

    /** Held, so that it is not collected and its level with it. */
    private static final Logger DRIVER = Logger.getLogger("org.mongodb");

    private final PrintStream out;
    private final PrintStream err;

    Main(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
    }

    public static void main(String[] arguments) {
        DRIVER.setLevel(Level.SEVERE);
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        PrintStream err = new PrintStream(System.err, true, StandardCharsets.UTF_8);
        System.exit(new Main(out, err).run(List.of(arguments), System.getenv(Arguments.URI_VARIABLE)));
    }

    int run(List<String> words, @Nullable String uri) {
        try {
            Arguments arguments = Arguments.of(words, uri);
            return arguments.export() != null ? ofExport(arguments, arguments.export()) : ofStore(arguments);
        } catch (Arguments.Wrong e) {
            err.println("verify: " + e.getMessage());
            err.println(Arguments.USAGE);
        } catch (NoSuchFileException e) {
            err.println("verify: there is no file " + e.getMessage());
        } catch (IOException | UncheckedIOException e) {
            err.println("verify: cannot read: " + e.getMessage());
        } catch (MongoException e) {
            err.println("verify: the database does not answer: " + e.getMessage());
        } catch (BSONException e) {
            err.println("verify: the head of the seal is not as a sealer leaves it: " + e.getMessage());
        } catch (IllegalArgumentException e) {
            err.println("verify: " + e.getMessage());
        }
        return UNKNOWN;
    }

    private int ofExport(Arguments arguments, Path export) throws IOException {
        List<Checkpoint> checkpoints = given(arguments);
        TileSource tiles = arguments.tiles() == null ? null : TileFiles.of(arguments.tiles());
        return verify(new Dump(export), checkpoints, tiles);
    }

    private int ofStore(Arguments arguments) throws IOException {
        MongoClientSettings settings = MongoClientSettings.builder()
                .applyConnectionString(new ConnectionString(String.valueOf(arguments.mongodb())))
                .applicationName("dovira-verifier")
                .retryWrites(false)
                .applyToClusterSettings(cluster -> cluster.serverSelectionTimeout(10, TimeUnit.SECONDS))
                .build();
        try (MongoClient client = MongoClients.create(settings)) {
            SealStore store = new SealStore(client.getDatabase(arguments.sealDatabase()));
            List<Checkpoint> checkpoints = given(arguments);
            NoteKey key = key(arguments);
            // The head before the log: what is sealed meanwhile is in the log too.
            store.head().ifPresent(head -> checkpoints.add(checkpoint("the published checkpoint", head.note(), key)));
            if (checkpoints.isEmpty()) {
                throw new IllegalArgumentException("the store has no checkpoint, and none was given");
            }
            CommitDump dump = new CommitDump(client.getDatabase(arguments.logDatabase()));
            return verify(
                    taker -> dump.writeTo(document -> {
                        if (!taker.take(document)) {
                            throw new Enough();
                        }
                    }),
                    checkpoints,
                    arguments.tiles() == null ? store : TileFiles.of(arguments.tiles()));
        }
    }

    /** Ends the reading of a store at the first broken append. */
    private static final class Enough extends IOException {
        private static final long serialVersionUID = 1;

        Enough() {
            super("enough");
        }
    }

    private int verify(Appends appends, List<Checkpoint> checkpoints, @Nullable TileSource tiles) throws IOException {
        Verification verification = new Verification(checkpoints, tiles);
        Progress progress = new Progress(err);
        try {
            appends.each(document -> {
                progress.at(verification.events());
                return verification.take(document);
            });
        } catch (Enough e) {
            // The verdict says why.
        } catch (Appends.Unreadable e) {
            verification.unreadable(String.valueOf(e.getMessage()));
        }
        Verdict verdict = verification.end();
        out.println(verdict.text());
        if (verdict.intact() && verification.note() != null) {
            out.println(verification.note());
        }
        progress.end(verification.events());
        return verdict.intact() ? INTACT : BROKEN;
    }

    private static List<Checkpoint> given(Arguments arguments) throws IOException {
        NoteKey key = key(arguments);
        List<Checkpoint> checkpoints = new ArrayList<>();
        for (Path file : arguments.checkpoints()) {
            checkpoints.add(checkpoint(file.toString(), text(file), key));
        }
        return checkpoints;
    }

    private static String text(Path file) throws IOException {
        try {
            return Files.readString(file);
        } catch (CharacterCodingException e) {
            throw new IllegalArgumentException(file + " is no text in UTF-8", e);
        }
    }

    private static Checkpoint checkpoint(String where, String note, NoteKey key) {
        try {
            Checkpoint checkpoint = Checkpoint.of(key.verified(SignedNote.of(note)));
            if (!checkpoint.origin().equals(key.name())) {
                throw new IllegalArgumentException("it is of " + checkpoint.origin() + ", the key of " + key.name());
            }
            return checkpoint;
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(where + ": " + e.getMessage(), e);
        }
    }

    private static NoteKey key(Arguments arguments) throws IOException {
        String text = arguments.key();
        try {
            return NoteKey.of(text.indexOf('+') > 0 && !Files.exists(Path.of(text)) ? text : text(Path.of(text)));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("the key cannot be read: " + e.getMessage(), e);
        }
    }
}
