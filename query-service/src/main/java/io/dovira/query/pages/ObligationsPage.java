package io.dovira.query.pages;

import java.net.URI;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** Duties with a clock, the most urgent first, as they run out; each leads to the rule that it is judged by. */
@Controller
final class ObligationsPage {
    private final URI commands;

    ObligationsPage(@Value("${dovira.command-url:http://localhost:8080}") URI commands) {
        this.commands = commands;
    }

    @GetMapping("/obligations")
    String obligations(Model model) {
        model.addAttribute("policies", commands + "/policies");
        return "obligations";
    }
}
