package io.dovira.events;

import java.util.Locale;
import java.util.Map;

/**
 * Names of one thing in several languages, keyed by BCP 47 language tag. Stored as a plain document, for example
 * {@code {uk: "Консультація", en: "Advice"}}.
 */
public final class Names {
    /** Key of a name whose language the source does not tell. */
    public static final String UNDETERMINED = "und";

    private Names() {}

    /** A name whose language is not known. */
    public static Map<String, String> of(String name) {
        return Map.of(UNDETERMINED, name);
    }

    /** Checks names: at least one, none blank, none over 300 characters; returns an immutable copy. */
    public static Map<String, String> checked(String what, Map<String, String> names) {
        return Text.names(what, names);
    }

    /** The name in the wanted language, else in English, else in an undetermined one, else any (the first by tag). */
    public static String in(Locale locale, Map<String, String> names) {
        for (String tag : new String[] {locale.getLanguage(), "en", UNDETERMINED}) {
            String name = names.get(tag);
            if (name != null) {
                return name;
            }
        }
        return names.entrySet().stream()
                .min(Map.Entry.comparingByKey())
                .map(Map.Entry::getValue)
                .orElseThrow(() -> new IllegalArgumentException("no name in any language"));
    }
}
