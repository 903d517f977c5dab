package io.dovira.command.citizens;

import io.dovira.events.appeals.ReceiptCode;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** What the holder of a code sees: the own place in line, or the receipt of an appeal. What is behind the code the page asks of the query service. */
@Controller
class TicketPage {
    private final URI boards;

    TicketPage(@Value("${dovira.query-url:http://localhost:8081}") URI boards) {
        this.boards = boards;
    }

    /** Where a code is typed; {@code code} leads on to its page. */
    @GetMapping("/ticket")
    String find(@RequestParam(required = false) @Nullable String code, Model model, HttpServletResponse response) {
        return code == null || code.isBlank() ? asked(model, false) : code(code, model, response, true);
    }

    @GetMapping("/ticket/{code}")
    String one(@PathVariable String code, Model model, HttpServletResponse response) {
        return code(code, model, response, false);
    }

    private String code(String typed, Model model, HttpServletResponse response, boolean leadOn) {
        String code;
        try {
            // Codes of tickets and of receipts look alike, except that the first receipts were shorter.
            code = new ReceiptCode(typed).value();
        } catch (IllegalArgumentException e) {
            response.setStatus(HttpStatus.NOT_FOUND.value());
            return asked(model, true);
        }
        if (leadOn) {
            return "redirect:/ticket/" + code;
        }
        model.addAttribute("code", code);
        model.addAttribute("boards", boards.toString());
        model.addAttribute("asks", boards);
        return "ticket";
    }

    private static String asked(Model model, boolean wrong) {
        model.addAttribute("wrong", wrong);
        return "ticket-find";
    }
}
