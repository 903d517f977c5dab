package io.dovira.command.identity;

import java.net.URI;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The page where people sign in at the embedded provider; in the language and theme chosen on the boards. */
@Controller
@ConditionalOnProperty(name = "dovira.identity.embedded", havingValue = "true", matchIfMissing = true)
class LoginPage {
    private final String policy;

    LoginPage(@Value("${dovira.query-url:http://localhost:8081}") URI boards) {
        // Browsers apply form-action to redirects too, and a sign-in ends at the boards.
        this.policy = String.join(
                "; ",
                "default-src 'none'",
                "style-src 'self'",
                "img-src 'self' data:",
                "form-action 'self' " + boards.getScheme() + "://" + boards.getAuthority(),
                "base-uri 'none'",
                "frame-ancestors 'none'");
    }

    @GetMapping("/login")
    String form(Model model) {
        model.addAttribute("policy", policy);
        return "login";
    }
}
