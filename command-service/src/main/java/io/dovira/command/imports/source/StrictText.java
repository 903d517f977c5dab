package io.dovira.command.imports.source;

import io.dovira.command.imports.source.FileRefused.Code;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;

/**
 * Decodes text without ever replacing a character: malformed bytes and the NUL of binary files are refused with their line. A byte order
 * mark at the start is dropped.
 */
final class StrictText extends Reader {

    private final InputStream in;
    private final Charset charset;
    private final CharsetDecoder decoder;
    private final ByteBuffer bytes = ByteBuffer.allocate(1 << 16).limit(0);
    private final CharBuffer chars = CharBuffer.allocate(1 << 15).limit(0);
    private boolean ended;
    private boolean started;
    private long line = 1;
    private char last;

    StrictText(InputStream in, Charset charset) {
        this.in = in;
        this.charset = charset;
        this.decoder = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
    }

    @Override
    public int read(char[] into, int from, int length) throws IOException {
        while (!chars.hasRemaining()) {
            if (!refill()) {
                return -1;
            }
        }
        int n = Math.min(length, chars.remaining());
        chars.get(into, from, n);
        return n;
    }

    /** Decodes what is there, and reads on only when nothing is: what stands before a fault is handed out before the fault. */
    private boolean refill() throws IOException {
        chars.clear();
        while (true) {
            CoderResult result = decoder.decode(bytes, chars, ended);
            if (chars.position() > 0) {
                chars.flip();
                inspect();
                return true;
            }
            if (result.isError()) {
                throw new FileRefused(
                        Code.WRONG_ENCODING,
                        line,
                        "not " + charset.name() + "; a mapping may name another charset (csv.charset)");
            }
            if (ended) {
                chars.limit(0);
                return false;
            }
            fill();
        }
    }

    private void fill() throws IOException {
        bytes.compact();
        int n = in.read(bytes.array(), bytes.position(), bytes.remaining());
        if (n < 0) {
            ended = true;
        } else {
            bytes.position(bytes.position() + n);
        }
        bytes.flip();
    }

    private void inspect() throws FileRefused {
        if (!started) {
            started = true;
            if (chars.get(0) == '\uFEFF') {
                chars.position(1);
            }
        }
        for (int i = chars.position(); i < chars.limit(); i++) {
            char c = chars.get(i);
            // CR, LF and CR LF each end one line.
            if (c == '\r' || (c == '\n' && last != '\r')) {
                line++;
            } else if (c == 0) {
                throw new FileRefused(Code.BINARY, line, "binary content, a text file is expected");
            }
            last = c;
        }
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
