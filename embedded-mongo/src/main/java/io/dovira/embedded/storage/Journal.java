package io.dovira.embedded.storage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * What was changed since the store's last commit: writing and syncing that is one small sequential write for a group, where a commit of the
 * store writes each page the group has touched. Two files take turns; each record bears the version of the store in which its changes were
 * made, so a store that was committed as version {@code v} holds all changes of the versions before it.
 *
 * <pre>
 *   journal.0   7 7 7 | 3 4 4      made in version 7; behind it what is left from the turn before the last
 *   journal.1   8 8                 written now; the store is being committed as version 8, which holds all that is in journal.0
 * </pre>
 *
 * A file is written over from its start only when a durable commit holds all it has. Within a file versions never decrease, so what is left
 * from earlier turns is told by its version, and a record that was torn by its checksum. Used by one thread at a time.
 */
final class Journal implements AutoCloseable {

    private final List<FileChannel> files = new ArrayList<>();
    private int current;
    private volatile long end;

    private Journal() {}

    static Journal open(Path directory) {
        Journal journal = new Journal();
        try {
            for (int i = 0; i < 2; i++) {
                journal.files.add(FileChannel.open(
                        directory.resolve("journal." + i),
                        StandardOpenOption.CREATE,
                        StandardOpenOption.READ,
                        StandardOpenOption.WRITE));
            }
            return journal;
        } catch (IOException e) {
            journal.close();
            throw new UncheckedIOException(e);
        }
    }

    /** Gives every change that a store of this version lacks, in order. */
    void replay(long version, Effects.Change change) {
        try {
            List<List<ByteBuffer>> found = new ArrayList<>();
            for (FileChannel file : files) {
                List<ByteBuffer> records = read(file);
                records.removeIf(record -> Effects.versionOf(record) < version);
                if (!records.isEmpty()) {
                    found.add(records);
                }
            }
            found.sort(Comparator.comparingLong(records -> Effects.versionOf(records.getFirst())));
            found.forEach(records -> records.forEach(record -> Effects.forEach(record, change)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<ByteBuffer> read(FileChannel file) throws IOException {
        List<ByteBuffer> records = new ArrayList<>();
        long at = 0;
        long version = 0;
        while (true) {
            ByteBuffer header = read(file, at, Effects.HEADER);
            long length = Effects.HEADER + (long) Effects.lengthOf(header);
            if (header.hasRemaining() || length < Effects.HEADER || at + length > file.size()) {
                return records;
            }
            ByteBuffer record = read(file, at, (int) length).flip();
            if (!Effects.whole(record) || Effects.versionOf(record) < version) {
                return records;
            }
            version = Effects.versionOf(record);
            records.add(record);
            at += length;
        }
    }

    /** With bytes remaining if the file ends before. */
    private static ByteBuffer read(FileChannel file, long at, int length) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(length);
        int read = 0;
        while (bytes.hasRemaining() && read >= 0) {
            read = file.read(bytes, at + bytes.position());
        }
        return bytes;
    }

    /** Returns once the record is on the disk. */
    void append(ByteBuffer record) {
        try {
            FileChannel file = files.get(current);
            long at = end;
            while (record.hasRemaining()) {
                at += file.write(record, at);
            }
            end = at;
            file.force(false);
        } catch (IOException e) {
            throw new UncheckedIOException("the journal cannot be written: " + e.getMessage(), e);
        }
    }

    /** Bytes since the last turn. */
    long bytes() {
        return end;
    }

    /** The next record, of a later version, begins the other file; a durable commit holds what is in that. */
    void turn() {
        current = 1 - current;
        end = 0;
    }

    /** The next record, of a later version, begins this file again; a durable commit holds everything. */
    void restart() {
        end = 0;
    }

    /** Forgets everything; a durable commit holds it. Needed where versions may be given again: before the first record of a process. */
    void clear() {
        try {
            for (FileChannel file : files) {
                file.truncate(0);
                file.force(true);
            }
            end = 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            for (FileChannel file : files) {
                file.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
