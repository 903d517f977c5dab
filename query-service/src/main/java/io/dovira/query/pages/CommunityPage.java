package io.dovira.query.pages;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** Which communities are served by an officer. */
@Controller
final class CommunityPage {

    @GetMapping("/community")
    String community() {
        return "community";
    }
}
