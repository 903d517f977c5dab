package io.dovira.command.citizens;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The wording of the tablet, in more languages than staff speak: whoever stands before it chooses one without loading anything. {@code kiosk/<tag>.properties}
 * each, all with the same keys.
 */
final class KioskTexts {
    /** BCP 47 tags, in the order of the buttons; the first is spoken if nothing else is asked for. */
    static final List<String> LANGUAGES = List.of("uk", "en", "pl", "ro");

    private final Map<String, Map<String, String>> byLanguage = new LinkedHashMap<>();

    KioskTexts() {
        LANGUAGES.forEach(language -> byLanguage.put(language, read(language)));
    }

    /** By language, then by key. */
    Map<String, Map<String, String>> all() {
        return byLanguage;
    }

    /** The language in which a tablet begins: the one asked for, or else what its browser prefers. */
    static String chosen(@Nullable String asked, @Nullable String accepted) {
        if (asked != null && LANGUAGES.contains(asked)) {
            return asked;
        }
        if (accepted == null || accepted.isBlank()) {
            return LANGUAGES.getFirst();
        }
        try {
            List<Locale> spoken = LANGUAGES.stream().map(Locale::forLanguageTag).toList();
            Locale best = Locale.lookup(Locale.LanguageRange.parse(accepted), spoken);
            return best == null ? LANGUAGES.getFirst() : best.getLanguage();
        } catch (IllegalArgumentException unreadable) {
            return LANGUAGES.getFirst();
        }
    }

    private static Map<String, String> read(String language) {
        String file = "/kiosk/" + language + ".properties";
        try (InputStream in = KioskTexts.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException(file + " is missing");
            }
            Properties properties = new Properties();
            properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
            Map<String, String> texts = new TreeMap<>();
            properties.stringPropertyNames().forEach(key -> texts.put(key, properties.getProperty(key)));
            return texts;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
