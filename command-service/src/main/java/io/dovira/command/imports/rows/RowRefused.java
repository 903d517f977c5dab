package io.dovira.command.imports.rows;

/** A row that cannot be used, and why. Thrown often and far from where anybody would read a trace, so it carries none. */
final class RowRefused extends Exception {
    RowRefused(String reason) {
        super(reason, null, false, false);
    }

    String reason() {
        return String.valueOf(getMessage());
    }
}
