package io.dovira.query.pages;

import io.dovira.pages.Site;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** Cameras and their day. Content is handed out by the command service, which records who asks for it and why. */
@Controller
final class FootagePage {

    private final Site site;

    FootagePage(Site site) {
        this.site = site;
    }

    @GetMapping("/footage")
    String footage(Model model) {
        model.addAttribute("commands", site.command().toString());
        return "footage";
    }
}
