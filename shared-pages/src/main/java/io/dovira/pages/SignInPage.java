package io.dovira.pages;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** Where people land who come from the identity provider without an account, or from the other service without wanting one any more. */
@Controller
final class SignInPage {
    static final String SIGNED_OUT = "/signed-out";

    @GetMapping("/sign-in-failed")
    String failed() {
        return "sign-in-failed";
    }

    /**
     * The last step of a sign-out at the other service: a session here would outlive it, on a machine that several people use. Whoever is led here against
     * their will has to sign in again, and no more.
     */
    @GetMapping(SIGNED_OUT)
    String signedOut(HttpServletRequest request) throws ServletException {
        request.logout();
        return "signed-out";
    }
}
