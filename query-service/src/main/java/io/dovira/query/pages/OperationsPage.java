package io.dovira.query.pages;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** How the projections stand, and the facts that they could not take. */
@Controller
final class OperationsPage {

    @GetMapping("/operations")
    String operations(HttpServletRequest request, Model model) {
        // Only a courtesy, as with the sections: the rules of access decide who may.
        model.addAttribute("mayRetry", request.isUserInRole("admin"));
        return "operations";
    }
}
