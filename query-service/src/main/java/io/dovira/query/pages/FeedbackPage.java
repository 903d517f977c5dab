package io.dovira.query.pages;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** What people say of the service. */
@Controller
final class FeedbackPage {

    @GetMapping("/feedback")
    String feedback() {
        return "feedback";
    }
}
