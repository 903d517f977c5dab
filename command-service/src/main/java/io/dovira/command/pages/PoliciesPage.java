package io.dovira.command.pages;

import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The limits and thresholds by which everything is judged: every version, from when until when, and by which law. */
@Controller
final class PoliciesPage {
    @GetMapping("/policies")
    String policies(Model model) {
        model.addAttribute("styles", List.of("/css/policies.css"));
        return "policies";
    }
}
