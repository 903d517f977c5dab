package io.dovira.verifier;

import java.io.IOException;

/** Where the stored appends come from, in the order of the log. */
@FunctionalInterface
interface Appends {

    /** Takes one document; false: no more of them. */
    @FunctionalInterface
    interface Taker {
        boolean take(byte[] document);
    }

    /**
     * @throws Unreadable if what comes next is no document
     * @throws IOException if the source itself fails, which says nothing about the log
     */
    void each(Taker taker) throws IOException, Unreadable;

    /** The bytes are there and are no document. */
    final class Unreadable extends Exception {
        private static final long serialVersionUID = 1;

        Unreadable(String what) {
            super(what);
        }
    }
}
