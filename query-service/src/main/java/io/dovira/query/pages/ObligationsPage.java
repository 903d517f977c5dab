package io.dovira.query.pages;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** Duties with a clock, the most urgent first, as they run out. */
@Controller
final class ObligationsPage {

    @GetMapping("/obligations")
    String obligations() {
        return "obligations";
    }
}
