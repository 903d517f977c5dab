package io.dovira.command.imports.source;

import java.io.IOException;

/** The file as a whole cannot be read. {@code line}: where, 0 if it is not known. */
public final class FileRefused extends IOException {

    /** The kind of fault, stable for machines. */
    public enum Code {
        NOT_GZIP,
        CUT_OFF,
        TOO_LARGE,
        BINARY,
        WRONG_ENCODING,
        BROKEN_CSV,
        BROKEN_XML,
        FORBIDDEN_XML,
        MISSING_COLUMNS,
        EMPTY
    }

    private final Code code;
    private final long line;

    public FileRefused(Code code, long line, String message) {
        super(line > 0 ? "line " + line + ": " + message : message);
        this.code = code;
        this.line = line;
    }

    public Code code() {
        return code;
    }

    public long line() {
        return line;
    }
}
