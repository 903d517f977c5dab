package io.dovira.command.imports.source;

import io.dovira.command.imports.mapping.Mapping.Csv;
import io.dovira.command.imports.source.FileRefused.Code;
import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;

/**
 * Notices a quote that is never closed. The CSV parser takes the end of the file for the end of the field, and a file that was cut off, or
 * lacks a quote near its end, would lose rows unseen.
 */
final class QuoteWatch extends FilterReader {

    private enum State {
        FIELD_START,
        PLAIN,
        QUOTED,
        QUOTE_IN_QUOTED
    }

    private final Csv csv;
    private State state = State.FIELD_START;
    private long line = 1;
    private long openedAt;
    private char last;

    QuoteWatch(Reader in, Csv csv) {
        super(in);
        this.csv = csv;
    }

    @Override
    public int read(char[] chars, int from, int length) throws IOException {
        int n = in.read(chars, from, length);
        for (int i = from; i < from + n; i++) {
            see(chars[i]);
        }
        if (n < 0 && state == State.QUOTED) {
            throw new FileRefused(Code.BROKEN_CSV, openedAt, "a quote opens here and is never closed");
        }
        return n;
    }

    @Override
    public int read() throws IOException {
        char[] one = new char[1];
        return read(one, 0, 1) < 0 ? -1 : one[0];
    }

    private void see(char c) {
        boolean lineEnd = c == '\n' || c == '\r';
        if (c == '\r' || (c == '\n' && last != '\r')) {
            line++;
        }
        last = c;
        if (state == State.QUOTED) {
            state = c == csv.quote() ? State.QUOTE_IN_QUOTED : State.QUOTED;
        } else if (c == csv.quote() && state != State.PLAIN) {
            openedAt = state == State.FIELD_START ? line : openedAt;
            state = State.QUOTED;
        } else if (c == csv.delimiter() || lineEnd) {
            state = State.FIELD_START;
        } else {
            state = State.PLAIN;
        }
    }
}
