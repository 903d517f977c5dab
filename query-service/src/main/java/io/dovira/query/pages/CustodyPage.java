package io.dovira.query.pages;

import io.dovira.pages.Site;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The whiteboard of who is held, and the record of one stay. */
@Controller
final class CustodyPage {

    private final Site site;

    CustodyPage(Site site) {
        this.site = site;
    }

    /** Who keeps records is led to the command service, which opens new ones. */
    @GetMapping("/custody")
    String whiteboard(HttpServletRequest request, Model model) {
        if (keeps(request)) {
            model.addAttribute("begin", site.address(Site.Service.COMMAND, "/custody/new"));
        }
        return "custody";
    }

    /**
     * The record itself is asked for by the page: an unknown one is shown as such, with a way back. Who has not said what for is led by way of
     * the command service, which records it; so is whoever keeps the record, or decides on a correction.
     */
    @GetMapping("/custody/{id}")
    String record(@PathVariable String id, HttpServletRequest request, Model model) {
        model.addAttribute("id", id);
        model.addAttribute("decides", keeps(request));
        model.addAttribute("commands", site.command().toString());
        return "custody-record";
    }

    private static boolean keeps(HttpServletRequest request) {
        return request.isUserInRole("custody") || request.isUserInRole("admin");
    }
}
