package io.dovira.query.pages;

import io.dovira.pages.Site;
import jakarta.servlet.http.HttpServletRequest;
import java.util.stream.Stream;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** Cameras and their day. The command service hands out content and takes explanations, and records who asks for it, and who answers. */
@Controller
final class FootagePage {

    private final Site site;

    FootagePage(Site site) {
        this.site = site;
    }

    @GetMapping("/footage")
    String footage(HttpServletRequest request, Model model) {
        model.addAttribute("explains", Stream.of("custody", "quality", "admin").anyMatch(request::isUserInRole));
        model.addAttribute("commands", site.command().toString());
        return "footage";
    }
}
