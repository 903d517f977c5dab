package io.dovira.query.pages;

import io.dovira.pages.Site;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** Duties with a clock, the most urgent first, as they run out; each leads to the rule that it is judged by. */
@Controller
final class ObligationsPage {
    private final Site site;

    ObligationsPage(Site site) {
        this.site = site;
    }

    @GetMapping("/obligations")
    String obligations(Model model) {
        model.addAttribute("policies", site.address(Site.Service.COMMAND, "/policies"));
        return "obligations";
    }
}
