package io.dovira.pages;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An entry of the main navigation, which is the same on both services.
 *
 * @param service that shows it
 * @param key message key of its name
 * @param roles who sees it; empty for everybody
 */
public record Section(Site.Service service, String path, String key, List<String> roles) {
    public static final List<Section> ALL = List.of(
            new Section("/", "nav.board", List.of()),
            new Section(Site.Service.COMMAND, "/desk", "nav.desk", List.of("clerk", "manager", "admin")),
            new Section("/interactions", "nav.interactions", List.of("quality", "manager", "auditor", "admin")),
            new Section("/appeals", "nav.appeals", List.of("clerk", "quality", "manager", "auditor", "admin")),
            new Section("/custody", "nav.custody", List.of("custody", "quality", "auditor", "admin")),
            new Section("/footage", "nav.footage", List.of("custody", "quality", "auditor", "admin")),
            new Section(
                    "/obligations", "nav.obligations", List.of("custody", "quality", "manager", "auditor", "admin")),
            new Section(
                    Site.Service.COMMAND,
                    "/policies",
                    "nav.policies",
                    List.of("custody", "quality", "manager", "auditor", "admin")),
            new Section("/community", "nav.community", List.of("quality", "manager", "auditor", "admin")),
            new Section("/compare", "nav.compare", List.of("quality", "manager", "auditor", "admin")),
            new Section("/feedback", "nav.feedback", List.of("quality", "manager", "auditor", "admin")),
            new Section("/integrity", "nav.integrity", List.of()),
            new Section("/operations", "nav.operations", List.of("auditor", "admin")));

    /** One of the boards. */
    Section(String path, String key, List<String> roles) {
        this(Site.Service.QUERY, path, key, roles);
    }

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
    boolean holds(String requested) {
        return path.equals("/")
                ? requested.equals("/") || requested.startsWith("/offices/")
                : requested.equals(path) || requested.startsWith(path + "/");
    }

    /** As the layout draws it on a page of the site. */
    Link link(Site site, String requested) {
        boolean inside = service == site.here() && holds(requested);
        return new Link(site.address(service, path), key, inside ? (requested.equals(path) ? "page" : "true") : null);
    }

    /**
     * An entry on a page.
     *
     * @param current value of {@code aria-current}: {@code page} on the very page, {@code true} on one inside of it, else null
     */
    record Link(String address, String key, @Nullable String current) {}
}
