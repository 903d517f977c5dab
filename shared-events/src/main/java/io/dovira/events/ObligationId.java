package io.dovira.events;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** One duty with a clock, towards one subject. */
public record ObligationId(String value) {
    private static final int BYTES = 16;

    public ObligationId {
        value = Text.id("obligation id", value);
    }

    /**
     * The same wherever it is derived from the same facts.
     *
     * @param number how many obligations towards the subject were opened before it
     */
    public static ObligationId of(String subject, String rule, int number) {
        try {
            String name = subject + "\0" + rule + "\0" + number;
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(name.getBytes(StandardCharsets.UTF_8));
            return new ObligationId(HexFormat.of().formatHex(hash, 0, BYTES));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    /** The stream of the log that holds its facts. */
    public String stream() {
        return "obligation-" + value;
    }

    @Override
    public String toString() {
        return value;
    }
}
