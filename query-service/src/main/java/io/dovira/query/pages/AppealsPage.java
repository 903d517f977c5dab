package io.dovira.query.pages;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Appeals by urgency, and one with its rounds and everything that was recorded of it. */
@Controller
final class AppealsPage {

    @GetMapping("/appeals")
    String list() {
        return "appeals";
    }

    @GetMapping("/appeals/{id}")
    String one(@PathVariable String id, Model model) {
        model.addAttribute("id", id);
        return "appeal";
    }
}
