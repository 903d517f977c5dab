package io.dovira.pages;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;

/**
 * An entry of the main navigation.
 *
 * @param key message key of its name
 * @param roles who sees it; empty for everybody
 */
record Section(String path, String key, List<String> roles) {
    static final List<Section> ALL = List.of(
            new Section("/", "nav.board", List.of()),
            new Section("/interactions", "nav.interactions", List.of("quality", "manager", "auditor", "admin")),
            new Section("/appeals", "nav.appeals", List.of("clerk", "quality", "manager", "auditor", "admin")),
            new Section("/custody", "nav.custody", List.of("custody", "quality", "auditor", "admin")),
            new Section("/footage", "nav.footage", List.of("custody", "quality", "auditor", "admin")),
            new Section(
                    "/obligations", "nav.obligations", List.of("custody", "quality", "manager", "auditor", "admin")),
            new Section("/community", "nav.community", List.of("quality", "manager", "auditor", "admin")),
            new Section("/feedback", "nav.feedback", List.of("quality", "manager", "auditor", "admin")),
            new Section("/integrity", "nav.integrity", List.of()),
            new Section("/operations", "nav.operations", List.of("auditor", "admin")));

    /**
     * The entries that the caller of a request may open. Only a courtesy: the rules of access decide, whatever is shown. Without a
     * sign-in, as on an error page, only what every role may open.
     */
    static List<Section> shownTo(HttpServletRequest request) {
        return ALL.stream()
                .filter(section ->
                        section.roles.isEmpty() || section.roles.stream().anyMatch(request::isUserInRole))
                .toList();
    }

    /** Whether a request path belongs to this entry; an office is part of the board. */
    public boolean holds(String requested) {
        return path.equals("/")
                ? requested.equals("/") || requested.startsWith("/offices/")
                : requested.equals(path) || requested.startsWith(path + "/");
    }
}
