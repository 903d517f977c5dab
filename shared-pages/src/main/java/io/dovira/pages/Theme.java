package io.dovira.pages;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.web.util.WebUtils;

/**
 * Light, dark, or as the system says. The switch stores it in a cookie, so that the very first byte of a page is in the right theme
 * and no inline script is needed.
 */
enum Theme {
    SYSTEM,
    LIGHT,
    DARK;

    static final String COOKIE = "dovira-theme";

    static Theme of(HttpServletRequest request) {
        Cookie cookie = WebUtils.getCookie(request, COOKIE);
        if (cookie != null) {
            for (Theme theme : values()) {
                if (theme.attribute().equals(cookie.getValue())) {
                    return theme;
                }
            }
        }
        return SYSTEM;
    }

    /** The value of {@code data-theme} on the root element. */
    String attribute() {
        return switch (this) {
            case SYSTEM -> "system";
            case LIGHT -> "light";
            case DARK -> "dark";
        };
    }
}
