package io.dovira.command.imports.source;

import io.dovira.command.imports.source.FileRefused.Code;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/**
 * The bytes of an upload, unpacked if it is gzip (told by its first bytes, not by its name). Counts the packed bytes, for progress, and
 * the unpacked ones, for the limits.
 */
public final class Unpacked extends FilterInputStream {

    private static final int BUFFER = 1 << 16;

    private final Counting packed;
    private final Limits limits;
    private long raw;

    private Unpacked(InputStream in, Counting packed, Limits limits) {
        super(in);
        this.packed = packed;
        this.limits = limits;
    }

    /**
     * Opens an upload.
     *
     * @param name as the sender calls it; a name that ends in {@code .gz} promises gzip
     * @throws FileRefused if the promise is not kept, the file is empty, or it is another archive
     */
    public static Unpacked open(Path file, String name, Limits limits) throws IOException {
        Counting counting = new Counting(Files.newInputStream(file));
        BufferedInputStream buffered = new BufferedInputStream(counting, BUFFER);
        try {
            return new Unpacked(unpack(buffered, name), counting, limits);
        } catch (IOException | RuntimeException e) {
            buffered.close();
            throw e;
        }
    }

    private static InputStream unpack(BufferedInputStream in, String name) throws IOException {
        in.mark(4);
        byte[] start = in.readNBytes(4);
        in.reset();
        if (start.length == 0) {
            throw new FileRefused(Code.EMPTY, 0, "the file is empty");
        }
        boolean gzip = start.length > 1 && (start[0] & 0xff) == 0x1f && (start[1] & 0xff) == 0x8b;
        if (!gzip && name.toLowerCase(Locale.ROOT).endsWith(".gz")) {
            throw new FileRefused(Code.NOT_GZIP, 0, "the name ends in .gz, but the content is not gzip");
        }
        if (start.length == 4 && start[0] == 'P' && start[1] == 'K' && start[2] < 9) {
            throw new FileRefused(Code.BINARY, 0, "a zip archive; send the file in it, plain or as gzip");
        }
        if (!gzip) {
            return in;
        }
        try {
            return new GZIPInputStream(in, BUFFER);
        } catch (EOFException e) {
            throw cutOff();
        } catch (ZipException e) {
            throw new FileRefused(Code.NOT_GZIP, 0, "broken gzip: " + e.getMessage());
        }
    }

    /** Bytes of the upload that have been read; reads ahead by a buffer. */
    public long packedBytes() {
        return packed.count;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
        int n;
        try {
            n = in.read(bytes, from, length);
        } catch (EOFException e) {
            throw cutOff();
        } catch (ZipException e) {
            throw new FileRefused(Code.CUT_OFF, 0, "broken gzip after " + raw + " unpacked bytes: " + e.getMessage());
        }
        if (n > 0) {
            raw += n;
            checkLimits();
        }
        return n;
    }

    private void checkLimits() throws FileRefused {
        if (raw > limits.rawBytes()) {
            throw new FileRefused(
                    Code.TOO_LARGE,
                    0,
                    "more than " + limits.rawBytes() + " bytes when unpacked, the limit of this server");
        }
        if (raw > Limits.HARMLESS && raw / limits.ratio() > packed.count) {
            throw new FileRefused(
                    Code.TOO_LARGE, 0, "packed more than " + limits.ratio() + " to 1: taken for a decompression bomb");
        }
    }

    private static FileRefused cutOff() {
        return new FileRefused(Code.CUT_OFF, 0, "the gzip file is cut off");
    }

    private static final class Counting extends FilterInputStream {
        private volatile long count;

        Counting(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int b = in.read();
            add(b < 0 ? 0 : 1);
            return b;
        }

        @Override
        public int read(byte[] bytes, int from, int length) throws IOException {
            int n = in.read(bytes, from, length);
            add(Math.max(n, 0));
            return n;
        }

        // Written by the one reader, read by whoever asks for progress.
        @SuppressWarnings("NonAtomicVolatileUpdate")
        private void add(int n) {
            count += n;
        }
    }
}
