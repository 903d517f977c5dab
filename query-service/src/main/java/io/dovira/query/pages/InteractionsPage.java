package io.dovira.query.pages;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The search for visits and cases, and the player that steps through the facts of one. */
@Controller
final class InteractionsPage {

    @GetMapping("/interactions")
    String search() {
        return "interactions";
    }

    @GetMapping("/interactions/{id}")
    String player(@PathVariable String id, Model model) {
        model.addAttribute("id", id);
        return "interaction";
    }
}
