package io.dovira.command.pages;

import io.dovira.access.Caller;
import io.dovira.pages.Site;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** A clerk's whole day: tickets, calls, service, and what was told wrong. */
@Controller
final class DeskPage {
    private final Site site;

    DeskPage(Site site) {
        this.site = site;
    }

    /** Office and desk are asked for by the page, which remembers them; an account is the member of staff of the same pseudonym. */
    @GetMapping("/desk")
    String desk(Caller caller, Model model) {
        model.addAttribute("styles", List.of("/css/desk.css"));
        model.addAttribute("staff", caller.actor());
        model.addAttribute("tickets", site.command() + "/ticket");
        return "desk";
    }
}
