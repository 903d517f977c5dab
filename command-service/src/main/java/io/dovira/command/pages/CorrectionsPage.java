package io.dovira.command.pages;

import io.dovira.access.Caller;
import io.dovira.pages.Site;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.util.UriUtils;

/** For the second person: the corrections of one visit, custody record or appeal that wait for a signature, to which its own page leads. */
@Controller
final class CorrectionsPage {
    private final Site site;

    CorrectionsPage(Site site) {
        this.site = site;
    }

    /** Clerks came from the desk: the story of a visit is for others. */
    @GetMapping("/visits/{id}/corrections")
    String ofVisit(@PathVariable String id, Caller caller, Model model) {
        return caller.has("manager") || caller.has("admin")
                ? page("visits", id, story("/interactions/visit-", id), "visits", caller, model)
                : page("visits", id, site.address(Site.Service.COMMAND, "/desk"), "desk", caller, model);
    }

    @GetMapping("/custody/{id}/corrections")
    String ofCustody(@PathVariable String id, Caller caller, Model model) {
        return page("custody", id, story("/custody/", id), "custody", caller, model);
    }

    @GetMapping("/appeals/{id}/corrections")
    String ofAppeal(@PathVariable String id, Caller caller, Model model) {
        return page("appeals", id, story("/appeals/", id), "appeals", caller, model);
    }

    private String story(String pages, String id) {
        return site.address(Site.Service.QUERY, pages + UriUtils.encodePathSegment(id, StandardCharsets.UTF_8));
    }

    /** What waits is asked for by the page, of the interface: one that is unknown, or of another office, is refused there. */
    private String page(String subject, String id, String from, String place, Caller caller, Model model) {
        model.addAttribute("styles", List.of("/css/corrections.css"));
        model.addAttribute("subject", subject);
        model.addAttribute("id", id);
        model.addAttribute("person", caller.actor());
        model.addAttribute("from", from);
        model.addAttribute("place", place);
        return "corrections";
    }
}
