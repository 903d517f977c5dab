package io.dovira.pages;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.util.WebUtils;

/** The language of a request: {@code ?lang=}, else the remembered one, else what the browser asks for. */
final class ChosenLanguage implements LocaleResolver {
    static final String PARAMETER = "lang";
    static final String COOKIE = "dovira-lang";

    @Override
    public Locale resolveLocale(HttpServletRequest request) {
        return asked(request)
                .or(() -> remembered(request))
                .orElseGet(() -> Language.accepted(request.getHeader("Accept-Language")))
                .locale();
    }

    @Override
    public void setLocale(HttpServletRequest request, @Nullable HttpServletResponse response, @Nullable Locale locale) {
        throw new UnsupportedOperationException("the language is chosen with ?" + PARAMETER + "=");
    }

    /** The language that this very request asks for. */
    static Optional<Language> asked(HttpServletRequest request) {
        return Language.of(request.getParameter(PARAMETER));
    }

    private static Optional<Language> remembered(HttpServletRequest request) {
        Cookie cookie = WebUtils.getCookie(request, COOKIE);
        return cookie == null ? Optional.empty() : Language.of(cookie.getValue());
    }
}
