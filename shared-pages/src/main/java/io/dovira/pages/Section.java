package io.dovira.pages;

import io.dovira.access.Feature;
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
            new Section(Site.Service.COMMAND, "/desk", "nav.desk", Feature.OFFICES.recorders()),
            new Section("/interactions", "nav.interactions", Feature.VISITS.readers()),
            new Section("/appeals", "nav.appeals", Feature.APPEALS.readers()),
            new Section("/custody", "nav.custody", Feature.CUSTODY_RECORDS.readers()),
            new Section("/footage", "nav.footage", Feature.FOOTAGE.readers()),
            new Section("/obligations", "nav.obligations", Feature.OBLIGATIONS.readers()),
            new Section(Site.Service.COMMAND, "/policies", "nav.policies", Feature.OBLIGATIONS.readers()),
            new Section("/community", "nav.community", Feature.COMMUNITIES.readers()),
            new Section("/compare", "nav.compare", Feature.VISITS.readers()),
            new Section("/feedback", "nav.feedback", Feature.FEEDBACK.readers()),
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
