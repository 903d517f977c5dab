package io.dovira.events;

/** One duty with a clock, towards one subject. */
public record ObligationId(String value) {
    private static final int DIGITS = 32;

    public ObligationId {
        value = Text.id("obligation id", value);
    }

    /**
     * The same wherever it is derived from the same facts.
     *
     * @param number how many obligations of the rule towards the subject were opened before it
     */
    public static ObligationId of(String subject, String rule, int number) {
        return new ObligationId(Sha256.of(subject + "\0" + rule + "\0" + number).substring(0, DIGITS));
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
