package io.dovira.command.imports.rows;

import java.util.regex.Pattern;

/**
 * Matches patterns that came with a mapping, with bounded effort: a pattern such as {@code (?:.*a){20}b} takes for ever on a text made for it. The
 * engine looks at the text character by character, so counting looks bounds its work.
 */
final class Patience {

    /** An honest pattern looks at each character a few times. */
    private static final int LOOKS_PER_CHARACTER = 100;

    private static final int FEWEST_LOOKS = 10_000;

    private Patience() {}

    /** Unchecked, for the engine has to carry it; without a trace, for it may be thrown for every row. */
    static final class Exhausted extends RuntimeException {
        private Exhausted(Pattern pattern) {
            super(
                    "the pattern " + Texts.shortened(pattern.pattern()) + " is too laborious for what stands here",
                    null,
                    false,
                    false);
        }
    }

    /**
     * Whether the whole text matches.
     *
     * @throws Exhausted if it takes too much to find out
     */
    static boolean matches(Pattern pattern, String text) {
        try {
            return pattern.matcher(new Counted(text)).matches();
        } catch (Looked | StackOverflowError e) {
            throw new Exhausted(pattern);
        }
    }

    private static final class Looked extends RuntimeException {
        Looked() {
            super(null, null, false, false);
        }
    }

    private static final class Counted implements CharSequence {
        private final String text;
        private long left;

        Counted(String text) {
            this.text = text;
            this.left = FEWEST_LOOKS + (long) LOOKS_PER_CHARACTER * text.length();
        }

        @Override
        public char charAt(int index) {
            if (left-- == 0) {
                throw new Looked();
            }
            return text.charAt(index);
        }

        @Override
        public int length() {
            return text.length();
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            return text.subSequence(start, end);
        }

        @Override
        public String toString() {
            return text;
        }
    }
}
