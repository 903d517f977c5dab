package io.dovira.query.pages;

import io.dovira.pages.Site;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The search for visits and cases, and the player that steps through the facts of one. */
@Controller
final class InteractionsPage {
    private final Site site;

    InteractionsPage(Site site) {
        this.site = site;
    }

    @GetMapping("/interactions")
    String search() {
        return "interactions";
    }

    /** Who may decide on a correction is led to the command service. */
    @GetMapping("/interactions/{id}")
    String player(@PathVariable String id, HttpServletRequest request, Model model) {
        model.addAttribute("id", id);
        model.addAttribute("commands", site.command().toString());
        model.addAttribute("decides", request.isUserInRole("manager") || request.isUserInRole("admin"));
        return "interaction";
    }
}
