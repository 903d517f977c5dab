package io.dovira.query.pages;

import io.dovira.pages.Site;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Appeals by urgency, and one with its rounds and everything that was recorded of it. */
@Controller
final class AppealsPage {
    private static final List<String> WHO_DECIDE = List.of("clerk", "manager", "admin");

    private final Site site;

    AppealsPage(Site site) {
        this.site = site;
    }

    @GetMapping("/appeals")
    String list() {
        return "appeals";
    }

    /** Who may decide on a correction is led to the command service. */
    @GetMapping("/appeals/{id}")
    String one(@PathVariable String id, HttpServletRequest request, Model model) {
        model.addAttribute("id", id);
        model.addAttribute("commands", site.command().toString());
        model.addAttribute("decides", WHO_DECIDE.stream().anyMatch(request::isUserInRole));
        return "appeal";
    }
}
