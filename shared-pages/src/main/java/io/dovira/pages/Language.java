package io.dovira.pages;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The languages that every text of the pages exists in. */
public enum Language {
    EN("en"),
    UK("uk");

    private static final List<Locale> SUPPORTED = List.of(EN.locale(), UK.locale());

    private final String tag;

    Language(String tag) {
        this.tag = tag;
    }

    /** BCP 47 language tag. */
    public String tag() {
        return tag;
    }

    Locale locale() {
        return Locale.of(tag);
    }

    /** The language with this tag; empty for a tag that we do not speak. */
    static Optional<Language> of(@Nullable String tag) {
        for (Language language : values()) {
            if (language.tag.equals(tag)) {
                return Optional.of(language);
            }
        }
        return Optional.empty();
    }

    /** The best match for an {@code Accept-Language} header; English if there is none or it is unreadable. */
    static Language accepted(@Nullable String header) {
        if (header == null || header.isBlank()) {
            return EN;
        }
        try {
            Locale best = Locale.lookup(Locale.LanguageRange.parse(header), SUPPORTED);
            return best == null ? EN : of(best.getLanguage()).orElse(EN);
        } catch (IllegalArgumentException unreadable) {
            return EN;
        }
    }
}
