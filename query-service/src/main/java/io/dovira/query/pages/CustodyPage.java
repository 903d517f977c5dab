package io.dovira.query.pages;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The whiteboard of who is held, and the record of one stay. */
@Controller
final class CustodyPage {

    @GetMapping("/custody")
    String whiteboard() {
        return "custody";
    }

    /** The record itself is asked for by the page: an unknown one is shown as such, with a way back. */
    @GetMapping("/custody/{id}")
    String record(@PathVariable String id, Model model) {
        model.addAttribute("id", id);
        return "custody-record";
    }
}
