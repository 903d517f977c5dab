package io.dovira.query.pages;

import java.net.URI;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** How far the log is sealed, and where a citizen checks a receipt. Nobody need sign in. */
@Controller
final class IntegrityPage {

    private final URI address;

    IntegrityPage(@Value("${dovira.query-url:http://localhost:8081}") URI address) {
        this.address = address;
    }

    @GetMapping("/integrity")
    String integrity(Model model) {
        model.addAttribute("address", address.toString());
        return "integrity";
    }
}
