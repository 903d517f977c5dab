package io.dovira.query.pages;

import java.net.URI;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** Cameras and their day. Content is handed out by the command service, which records who asks for it and why. */
@Controller
final class FootagePage {

    private final URI commands;

    FootagePage(@Value("${dovira.command-url:http://localhost:8080}") URI commands) {
        this.commands = commands;
    }

    @GetMapping("/footage")
    String footage(Model model) {
        model.addAttribute("commands", commands.toString());
        return "footage";
    }
}
