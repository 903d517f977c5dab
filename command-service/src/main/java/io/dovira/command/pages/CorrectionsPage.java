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

/** For the second person: the corrections of one custody record or appeal that wait for a signature, which the record's own page leads to. */
@Controller
final class CorrectionsPage {
    private final Site site;

    CorrectionsPage(Site site) {
        this.site = site;
    }

    @GetMapping("/custody/{id}/corrections")
    String ofCustody(@PathVariable String id, Caller caller, Model model) {
        return page("custody", id, caller, model);
    }

    @GetMapping("/appeals/{id}/corrections")
    String ofAppeal(@PathVariable String id, Caller caller, Model model) {
        return page("appeals", id, caller, model);
    }

    /** What waits is asked for by the page, of the interface: one that is unknown, or of another office, is refused there. */
    private String page(String subject, String id, Caller caller, Model model) {
        model.addAttribute("styles", List.of("/css/corrections.css"));
        model.addAttribute("subject", subject);
        model.addAttribute("id", id);
        model.addAttribute("person", caller.actor());
        model.addAttribute(
                "record",
                site.address(
                        Site.Service.QUERY,
                        "/" + subject + "/" + UriUtils.encodePathSegment(id, StandardCharsets.UTF_8)));
        return "corrections";
    }
}
