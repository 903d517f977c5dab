package io.dovira.embedded.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StorageTest {

    private static final byte[] KEY = {1};
    private static final byte[] OTHER = {2};

    @TempDir
    private Path directory;

    @Test
    void showsAReaderWholeCommandsOnly() throws Exception {
        try (Storage storage = Storage.open(directory)) {
            Table table = storage.change(() -> storage.table("t"));
            CountDownLatch half = new CountDownLatch(1);
            CountDownLatch goOn = new CountDownLatch(1);
            CompletableFuture<Integer> writer = CompletableFuture.supplyAsync(() -> storage.write(() -> {
                table.put(KEY, KEY);
                half.countDown();
                waitFor(goOn);
                table.put(OTHER, KEY);
                return 1;
            }));
            half.await();
            assertThat(storage.<Long>read(() -> table.view().sizeAsLong())).isZero();
            goOn.countDown();
            writer.get();
            assertThat(storage.<Long>read(() -> table.view().sizeAsLong())).isEqualTo(2);
        }
    }

    @Test
    void keepsAReaderInItsVersionWhileOthersWrite() {
        try (Storage storage = Storage.open(directory)) {
            Table table = storage.change(() -> storage.table("t"));
            storage.write(() -> put(table, KEY, 1));
            storage.read(() -> {
                assertThat(table.view().get(KEY)).containsExactly(1);
                for (byte i = 2; i < 50; i++) {
                    byte value = i;
                    CompletableFuture.runAsync(() -> storage.write(() -> put(table, KEY, value)))
                            .join();
                }
                assertThat(table.view().get(KEY)).containsExactly(1);
                return 0;
            });
            assertThat(storage.<byte[]>read(() -> table.view().get(KEY))).containsExactly(49);
        }
    }

    @Test
    void hidesATableYoungerThanTheReadersVersion() {
        try (Storage storage = Storage.open(null)) {
            storage.read(() -> {
                Table young = CompletableFuture.supplyAsync(() -> storage.change(() -> {
                            Table table = storage.table("young");
                            put(table, KEY, 1);
                            return table;
                        }))
                        .join();
                assertThat(young.visible()).isFalse();
                assertThat(young.view().isEmpty()).isTrue();
                return 0;
            });
            assertThat(storage.<Boolean>read(() -> storage.table("young").visible()))
                    .isTrue();
        }
    }

    @Test
    void hasEverythingAgainWhenOpenedAgain() {
        try (Storage storage = Storage.open(directory)) {
            storage.change(() -> put(storage.table("t"), KEY, 7));
        }
        try (Storage storage = Storage.open(directory)) {
            assertThat(storage.table("t").view().get(KEY)).containsExactly(7);
        }
    }

    @Test
    void hasEveryFinishedCommandWhenOpenedAfterACrash() throws IOException {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        Map<Byte, Byte> expected = new TreeMap<>();
        // Some hundred commits of the store, and crashes while one is under way.
        try (Storage storage = Storage.open(directory.resolve("running"), 500, Integer.MAX_VALUE)) {
            Table table = storage.change(() -> storage.table("t"));
            for (int round = 0; round < 3_000; round++) {
                byte key = (byte) random.nextInt(100);
                byte value = (byte) random.nextInt();
                if (random.nextInt(4) == 0) {
                    storage.write(() -> table.remove(new byte[] {key}) == null);
                    expected.remove(key);
                } else {
                    storage.write(() -> put(table, new byte[] {key}, value));
                    expected.put(key, value);
                }
                if (random.nextInt(60) == 0) {
                    assertThat(contentsAfterCrash(directory.resolve("crashed" + round)))
                            .as("seed %d, round %d", seed, round)
                            .isEqualTo(expected);
                }
            }
        }
    }

    /** Found by a kill in the first seconds of a server that had been idle: the group of its housekeeper had no changes. */
    @Test
    void hasEveryCommandThatFollowsACommitOfTheStoreWithoutChanges() throws IOException {
        Map<Byte, Byte> expected = new TreeMap<>();
        try (Storage storage = Storage.open(directory.resolve("running"))) {
            Table table = storage.change(() -> storage.table("t"));
            for (byte round = 0; round < 5; round++) {
                byte key = round;
                storage.checkpoint();
                storage.write(() -> put(table, new byte[] {key}, key));
                expected.put(key, key);
                assertThat(contentsAfterCrash(directory.resolve("crashed" + round)))
                        .isEqualTo(expected);
            }
        }
    }

    /** What the files hold as they are now. */
    private Map<Byte, Byte> contentsAfterCrash(Path copy) throws IOException {
        Files.createDirectories(copy);
        try (Stream<Path> files = Files.list(directory.resolve("running"))) {
            for (Path file : files.sorted().toList()) {
                Files.copy(file, copy.resolve(file.getFileName()));
            }
        }
        Map<Byte, Byte> contents = new TreeMap<>();
        try (Storage crashed = Storage.open(copy)) {
            crashed.table("t").view().forEach((key, value) -> contents.put(key[0], value[0]));
        }
        return contents;
    }

    @Test
    void hasACommandThatIsLargerThanTheJournalTakes() throws IOException {
        byte megabytes = 70;
        try (Storage storage = Storage.open(directory.resolve("running"))) {
            Table table = storage.change(() -> storage.table("t"));
            storage.write(() -> put(table, KEY, 1));
            storage.write(() -> {
                for (byte i = 0; i < megabytes; i++) {
                    table.put(new byte[] {i}, new byte[1 << 20]);
                }
                return 1;
            });
            storage.write(() -> put(table, OTHER, 7));
            assertThat(contentsAfterCrash(directory.resolve("crashed")))
                    .hasSize(megabytes)
                    .containsEntry(KEY[0], (byte) 0)
                    .containsEntry(OTHER[0], (byte) 7);
        }
    }

    /** A server with half a gigabyte ran out of memory at a million events: few bytes each, but a page of every index. */
    @Test
    void keepsFewChangedPagesInMemoryHoweverWideTheChangesAreSpread() {
        int mostUnsaved = 4 << 20;
        int pages = 8_000;
        int together = 50;
        Random random = new Random(7);
        try (Storage storage = Storage.open(directory, Long.MAX_VALUE, mostUnsaved)) {
            Table table = storage.change(() -> storage.table("t"));
            for (int page = 0; page < pages; page += together) {
                int first = page;
                storage.write(() -> {
                    IntStream.range(first, first + together).forEach(key -> table.put(key(key), new byte[6_000]));
                    return together;
                });
            }
            int most = 0;
            for (int change = 0; change < 2 * pages; change += together) {
                storage.write(() -> {
                    random.ints(together, 0, pages).forEach(key -> table.put(key(key), new byte[5_999]));
                    return together;
                });
                most = Math.max(most, storage.unsavedBytes());
            }
            // Writers wait at twice the limit; what compaction moves comes on top. The table is three times as large.
            assertThat(most).isLessThan(2 * mostUnsaved + Storage.COMPACT_BYTES + (1 << 20));
        }
    }

    private static byte[] key(int number) {
        return ByteBuffer.allocate(Integer.BYTES).putInt(number).array();
    }

    @Test
    void refusesASecondServerOnTheSameDirectory() {
        try (Storage storage = Storage.open(directory)) {
            assertThat(storage.fileBytes()).isPositive();
            assertThatThrownBy(() -> Storage.open(directory))
                    .isInstanceOf(DataInUseException.class)
                    .hasMessageContaining(directory.toString());
        }
    }

    private static int put(Table table, byte[] key, int value) {
        table.put(key, new byte[] {(byte) value});
        return value;
    }

    private static void waitFor(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
