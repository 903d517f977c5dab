package io.dovira.command.footage;

import io.dovira.command.pages.RefusingPage;
import io.dovira.command.platform.Endpoint;
import io.dovira.command.platform.Endpoints;
import io.dovira.command.platform.Envelope;
import io.dovira.events.FootageId;
import io.dovira.events.footage.Flaw;
import io.dovira.events.footage.Footage;
import io.dovira.events.footage.FootageFact;
import io.dovira.pages.Site;
import io.swagger.v3.oas.annotations.Hidden;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriUtils;

/** Asks why a segment shows nothing for a while, or why a file is not what came in; leads back to it once that is recorded. */
@Hidden
@Controller
final class ExplainPage extends RefusingPage {
    private final Endpoint<FootageId, FootageFact, Footage, ShownFootage> footage;
    private final Site site;

    ExplainPage(Endpoints endpoints, Site site) {
        this.footage = FootageController.endpoint(endpoints);
        this.site = site;
    }

    /** @param flaw of which one comes; another can be chosen */
    @GetMapping("/footage/{footage}/explain")
    String ask(
            @PathVariable("footage") String segment,
            @RequestParam(required = false) @Nullable String flaw,
            Model model) {
        model.addAttribute("id", segment);
        model.addAttribute("flaws", Arrays.stream(Flaw.values()).map(Enum::name).toList());
        model.addAttribute("flaw", flaw);
        model.addAttribute("back", back(segment));
        // One for each time that the form is shown: who presses twice has answered once.
        model.addAttribute("key", UUID.randomUUID().toString());
        return "explain";
    }

    @PostMapping(path = "/footage/{footage}/explain", consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
    ResponseEntity<Void> explain(
            Envelope envelope,
            @PathVariable("footage") String segment,
            @RequestParam(required = false) @Nullable String flaw,
            @RequestParam(required = false) @Nullable String explanation,
            @RequestParam(required = false) @Nullable String key) {
        FootageController.explain(
                footage, envelope.named(key), segment, new ExplainBody(flaw, explanation, null, null));
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(URI.create(back(segment)))
                .build();
    }

    private String back(String segment) {
        return site.address(Site.Service.QUERY, "/footage?segment=" + UriUtils.encode(segment, StandardCharsets.UTF_8));
    }
}
