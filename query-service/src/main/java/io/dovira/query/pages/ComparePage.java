package io.dovira.query.pages;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** Offices side by side, and an office over time. */
@Controller
final class ComparePage {

    @GetMapping("/compare")
    String compare() {
        return "compare";
    }
}
