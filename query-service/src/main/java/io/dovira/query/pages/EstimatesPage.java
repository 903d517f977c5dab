package io.dovira.query.pages;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** How good the waits were that visitors were told. */
@Controller
final class EstimatesPage {

    @GetMapping("/estimates")
    String estimates() {
        return "estimates";
    }
}
