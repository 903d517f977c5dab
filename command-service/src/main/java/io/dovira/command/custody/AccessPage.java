package io.dovira.command.custody;

import io.dovira.access.Caller;
import io.dovira.command.custody.AccessController.AccessBody;
import io.dovira.command.pages.PurposeForm;
import io.dovira.command.pages.RefusingPage;
import io.dovira.command.platform.Envelope;
import io.dovira.events.custody.RecordFact.Purpose;
import io.dovira.pages.Site;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.util.UriUtils;

/** Asks people what they read a record for, and leads back to it once that is recorded. */
@Hidden
@Controller
final class AccessPage extends RefusingPage {
    private final Entries entries;
    private final Site site;
    private final OpenedRecords opened;

    AccessPage(Entries entries, Site site, OpenedRecords opened) {
        this.entries = entries;
        this.site = site;
        this.opened = opened;
    }

    @GetMapping("/custody/{custody}/open")
    String ask(@PathVariable String custody, Model model) {
        return ask(custody, "/open", site, model);
    }

    /** The form that asks, which is sent to this page of the record; it leads back to the record where it is shown. */
    static String ask(String custody, String page, Site site, Model model) {
        return new PurposeForm(
                        "custody",
                        custody,
                        PurposeForm.names(Purpose.values()),
                        path(custody) + page,
                        site.address(Site.Service.QUERY, path(custody)),
                        null)
                .into(model);
    }

    @PostMapping(path = "/custody/{custody}/open", consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
    ResponseEntity<Void> open(
            Envelope envelope,
            @PathVariable String custody,
            Caller caller,
            @ModelAttribute PurposeForm.Filled form,
            HttpServletRequest request) {
        record(entries, envelope, custody, form);
        opened.add(request, caller, custody);
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(URI.create(site.address(Site.Service.QUERY, path(custody))))
                .build();
    }

    /** Records what the form was filled in with. */
    static void record(Entries entries, Envelope envelope, String custody, PurposeForm.Filled form) {
        AccessController.record(
                entries,
                envelope.named(form.key()),
                custody,
                new AccessBody(form.purpose(), form.reference(), null, null));
    }

    static String path(String custody) {
        return "/custody/" + UriUtils.encodePathSegment(custody, StandardCharsets.UTF_8);
    }
}
