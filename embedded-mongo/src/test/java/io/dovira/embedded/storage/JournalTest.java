package io.dovira.embedded.storage;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalTest {

    @TempDir
    private Path directory;

    private Journal journal;

    @BeforeEach
    void open() {
        journal = Journal.open(directory);
    }

    @AfterEach
    void close() {
        journal.close();
    }

    @Test
    void givesTheChangesInTheirOrder() {
        append(5, "a", "b");
        append(5, "c");
        assertThat(replayedFrom(5)).containsExactly("a", "b", "c");
    }

    @Test
    void givesARemovalWithoutAValue() {
        Effects effects = new Effects();
        effects.add(7, bytes("gone"), null);
        journal.append(effects.record(1));
        List<String> found = new ArrayList<>();
        journal.replay(
                1, (table, key, value) -> found.add(table + " " + new String(key, UTF_8) + " " + (value == null)));
        assertThat(found).containsExactly("7 gone true");
    }

    @Test
    void leavesOutWhatTheStoreHolds() {
        append(5, "old");
        append(6, "new");
        assertThat(replayedFrom(6)).containsExactly("new");
        assertThat(replayedFrom(7)).isEmpty();
    }

    @Test
    void readsTheFileOfTheEarlierTurnFirst() {
        for (int turn = 1; turn <= 3; turn++) {
            append(turn, "turn " + turn);
            journal.turn();
        }
        append(4, "turn 4");
        assertThat(replayedFrom(3)).containsExactly("turn 3", "turn 4");
    }

    @Test
    void overlooksWhatIsLeftFromEarlierTurns() {
        append(1, "a", "b");
        append(1, "c");
        append(1, "d");
        journal.restart();
        append(2, "x", "y");
        assertThat(replayedFrom(1)).containsExactly("x", "y");
    }

    @Test
    void goesOnBehindARecordWithoutChanges() {
        append(1, "a");
        append(1);
        append(1, "b");
        assertThat(replayedFrom(1)).containsExactly("a", "b");
    }

    @Test
    void endsBeforeZeros() throws IOException {
        append(1, "a");
        Files.write(directory.resolve("journal.0"), new byte[100], StandardOpenOption.APPEND);
        assertThat(replayedFrom(1)).containsExactly("a");
    }

    @Test
    void endsBeforeATornRecord() throws IOException {
        append(1, "a");
        long whole = journal.bytes();
        append(1, "b");
        for (long cut = whole; cut < whole + 20; cut++) {
            try (FileChannel file = FileChannel.open(directory.resolve("journal.0"), StandardOpenOption.WRITE)) {
                file.truncate(journal.bytes() - 1 - (cut - whole));
            }
            assertThat(replayedFrom(1)).containsExactly("a");
        }
    }

    @Test
    void endsBeforeARecordWithAWrongByte() throws IOException {
        append(1, "a");
        append(1, "b");
        Path file = directory.resolve("journal.0");
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length - 1] ^= 1;
        Files.write(file, bytes);
        assertThat(replayedFrom(1)).containsExactly("a");
    }

    @Test
    void forgetsEverythingWhenCleared() {
        append(1, "a");
        journal.turn();
        append(2, "b");
        journal.clear();
        assertThat(replayedFrom(0)).isEmpty();
    }

    private void append(long version, String... keys) {
        Effects effects = new Effects();
        for (String key : keys) {
            effects.add(1, bytes(key), bytes("value"));
        }
        journal.append(effects.record(version));
    }

    private List<String> replayedFrom(long version) {
        List<String> keys = new ArrayList<>();
        journal.replay(version, (table, key, value) -> keys.add(new String(key, UTF_8)));
        return keys;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(UTF_8);
    }
}
