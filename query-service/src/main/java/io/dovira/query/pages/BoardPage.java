package io.dovira.query.pages;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The live board of all offices, and the one of a single office. */
@Controller
final class BoardPage {

    @GetMapping("/")
    String board() {
        return "board";
    }

    /** The office itself is asked for by the page: an unknown one is shown as such, with a way back. */
    @GetMapping("/offices/{id}")
    String office(@PathVariable String id, Model model) {
        model.addAttribute("id", id);
        return "office";
    }
}
