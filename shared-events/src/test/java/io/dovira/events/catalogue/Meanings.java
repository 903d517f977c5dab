package io.dovira.events.catalogue;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;

/** The words of {@code fact-meanings.properties}; remembers which were used, so that left-over words are found. */
final class Meanings {
    private final Properties words = new Properties();
    private final Set<String> used = new HashSet<>();

    Meanings() {
        try (Reader in = new InputStreamReader(
                Objects.requireNonNull(Meanings.class.getResourceAsStream("/fact-meanings.properties")),
                StandardCharsets.UTF_8)) {
            words.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String of(String fact) {
        return word(fact);
    }

    String of(String fact, String field) {
        String own = fact + "." + field;
        return word(words.containsKey(own) ? own : "field." + field);
    }

    /** Title, stream pattern and description of a feature. */
    String[] feature(String feature) {
        return word("feature." + feature).split("\\|", -1);
    }

    Set<String> unused() {
        Set<String> left = new TreeSet<>(words.stringPropertyNames());
        left.removeAll(used);
        return left;
    }

    private String word(String key) {
        used.add(key);
        return Objects.requireNonNull(
                words.getProperty(key), () -> "fact-meanings.properties does not say what " + key + " means");
    }
}
