package io.dovira.command.footage;

import io.dovira.command.pages.PurposeForm;
import io.dovira.command.pages.RefusingPage;
import io.dovira.command.platform.Envelope;
import io.dovira.events.footage.AccessPurpose;
import io.dovira.pages.Site;
import io.swagger.v3.oas.annotations.Hidden;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriUtils;

/** Asks people what they watch a segment for, and leads to its content once that is recorded. */
@Hidden
@Controller
final class WatchPage extends RefusingPage {
    private final Watching watching;
    private final Site site;

    WatchPage(Watching watching, Site site) {
        this.watching = watching;
        this.site = site;
    }

    /** @param copy SHA-256 of a redacted copy; the original if absent */
    @GetMapping("/footage/{footage}/watch")
    String ask(@PathVariable String footage, @RequestParam(required = false) @Nullable String copy, Model model) {
        PurposeForm form = new PurposeForm(
                "footage",
                footage,
                PurposeForm.names(AccessPurpose.values()),
                "/footage/" + segment(footage) + "/watch",
                site.address(Site.Service.QUERY, "/footage"),
                copy);
        return form.into(model);
    }

    @PostMapping(path = "/footage/{footage}/watch", consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
    ResponseEntity<Void> watch(
            Envelope envelope, @PathVariable String footage, @ModelAttribute PurposeForm.Filled form) {
        AccessBody body = new AccessBody(form.purpose(), form.reference(), form.copy());
        // Recorded even if it was a moment ago: the content is sent for a while from now on.
        watching.record(envelope.named(form.key()), body, watching.read(envelope, footage, body));
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(content(footage, form))
                .build();
    }

    private static URI content(String footage, PurposeForm.Filled form) {
        StringBuilder content = new StringBuilder("/api/v1/footage/" + segment(footage) + "/content");
        content.append("?purpose=").append(value(form.purpose()));
        if (form.reference() != null) {
            content.append("&reference=").append(value(form.reference()));
        }
        if (form.copy() != null) {
            content.append("&copy=").append(value(form.copy()));
        }
        return URI.create(content.toString());
    }

    private static String segment(String footage) {
        return UriUtils.encodePathSegment(footage, StandardCharsets.UTF_8);
    }

    private static String value(@Nullable String given) {
        return UriUtils.encode(String.valueOf(given), StandardCharsets.UTF_8);
    }
}
