package io.dovira.pages;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** Where people land whom the identity provider sent back without an account; the provider's own page is where they sign in. */
@Controller
final class SignInPage {

    @GetMapping("/sign-in-failed")
    String failed() {
        return "sign-in-failed";
    }
}
