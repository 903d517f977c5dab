package io.dovira.command.pages;

import io.dovira.access.Caller;
import io.dovira.pages.Site;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;

/** A clerk's whole day: tickets, calls, service, and what was told wrong. */
@Controller
final class DeskPage {
    private final Site site;

    DeskPage(Site site) {
        this.site = site;
    }

    /**
     * Office and desk are asked for by the page, which remembers them; an account is the member of staff of the same pseudonym. Who comes with a token
     * instead of a session is a program, for whom the browser keeps nothing.
     */
    @GetMapping("/desk")
    String desk(
            Caller caller,
            @RequestHeader(name = HttpHeaders.AUTHORIZATION, required = false) @Nullable String token,
            Model model) {
        model.addAttribute("staff", caller.actor());
        model.addAttribute("keeps", token == null);
        return page(model);
    }

    /** The page as a browser keeps it for when there is no connection: it says nothing of who is signed in. */
    @GetMapping("/desk/kept")
    String kept(Model model) {
        model.addAttribute("nobody", true);
        model.addAttribute("staff", "");
        model.addAttribute("keeps", false);
        return page(model);
    }

    private String page(Model model) {
        model.addAttribute("styles", List.of("/css/desk.css"));
        model.addAttribute("tickets", site.command() + "/ticket");
        model.addAttribute("worker", "dovira-desk");
        return "desk";
    }
}
