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
    private static final List<String> WHO_WORK = List.of("clerk", "manager", "admin");

    private final Site site;

    AppealsPage(Site site) {
        this.site = site;
    }

    /** Who works on appeals is led to the command service, which takes new ones. */
    @GetMapping("/appeals")
    String list(HttpServletRequest request, Model model) {
        if (works(request)) {
            model.addAttribute("begin", site.address(Site.Service.COMMAND, "/appeals/new"));
        }
        return "appeals";
    }

    /** Who works on it, or may decide on a correction, is led to the command service. */
    @GetMapping("/appeals/{id}")
    String one(@PathVariable String id, HttpServletRequest request, Model model) {
        model.addAttribute("id", id);
        model.addAttribute("commands", site.command().toString());
        model.addAttribute("decides", works(request));
        return "appeal";
    }

    private static boolean works(HttpServletRequest request) {
        return WHO_WORK.stream().anyMatch(request::isUserInRole);
    }
}
