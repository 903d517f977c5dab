package io.dovira.verifier;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/** An export: BSON documents one after the other, as {@code mongodump} writes {@code commits.bson}; gzip too. One document in memory. */
final class Dump implements Appends {

    private static final int BUFFER = 1 << 20;
    private static final int SMALLEST = 5;

    /** MongoDB's own limit and some room. */
    private static final int LARGEST = (16 << 20) + (1 << 16);

    private final Path file;

    Dump(Path file) {
        this.file = file;
    }

    @Override
    public void each(Taker taker) throws IOException, Unreadable {
        try (InputStream in = open()) {
            long at = 0;
            byte[] head = new byte[Integer.BYTES];
            while (true) {
                int read = in.readNBytes(head, 0, head.length);
                if (read == 0) {
                    return;
                }
                int length =
                        ByteBuffer.wrap(head).order(ByteOrder.LITTLE_ENDIAN).getInt();
                if (read < head.length) {
                    throw new Unreadable("the file ends in the middle of a document, at byte " + (at + read));
                }
                if (length < SMALLEST || length > LARGEST) {
                    throw new Unreadable("at byte " + at + " of the file begins no document");
                }
                byte[] document = new byte[length];
                System.arraycopy(head, 0, document, 0, head.length);
                int rest = in.readNBytes(document, head.length, length - head.length);
                if (rest < length - head.length) {
                    throw new Unreadable(
                            "the file ends in the middle of a document, at byte " + (at + head.length + rest));
                }
                at += length;
                if (!taker.take(document)) {
                    return;
                }
            }
        } catch (EOFException | ZipException e) {
            throw new Unreadable("the packed file is damaged: " + e.getMessage());
        }
    }

    private InputStream open() throws IOException {
        BufferedInputStream in = new BufferedInputStream(Files.newInputStream(file), BUFFER);
        in.mark(2);
        boolean packed = in.read() == 0x1f && in.read() == 0x8b;
        in.reset();
        return packed ? new BufferedInputStream(new GZIPInputStream(in, BUFFER), BUFFER) : in;
    }
}
