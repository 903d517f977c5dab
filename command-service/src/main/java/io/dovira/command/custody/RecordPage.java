package io.dovira.command.custody;

import io.dovira.access.Caller;
import io.dovira.command.pages.ActForm;
import io.dovira.command.pages.PurposeForm;
import io.dovira.command.pages.RefusingPage;
import io.dovira.command.platform.Envelope;
import io.dovira.command.platform.Seen;
import io.dovira.pages.Site;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/**
 * Where a record is kept: what is to be done, and the entries that come next. Whoever opens it says what for, once in a session and a shift; until
 * then nothing of the record is shown.
 */
@Hidden
@Controller
final class RecordPage extends RefusingPage {
    private final Entries entries;
    private final Site site;
    private final OpenedRecords opened;

    RecordPage(Entries entries, Site site, OpenedRecords opened) {
        this.entries = entries;
        this.site = site;
        this.opened = opened;
    }

    /** The form of an apprehension, with which a record begins. */
    @GetMapping("/custody/new")
    String begin(Caller caller, Model model) {
        model.addAttribute("styles", List.of("/css/work.css"));
        model.addAttribute("subject", "custody");
        model.addAttribute("person", caller.actor());
        model.addAttribute("back", site.address(Site.Service.QUERY, "/custody"));
        return "work-new";
    }

    /** What the form asks for. */
    @GetMapping("/custody/new/form")
    ResponseEntity<ActForm> form() {
        return ResponseEntity.ok(CustodyActs.APPREHEND);
    }

    @GetMapping("/custody/{custody}/record")
    String work(@PathVariable String custody, Caller caller, HttpServletRequest request, Model model) {
        if (!opened.contain(request, caller, custody)) {
            return AccessPage.ask(custody, "/record", site, model);
        }
        model.addAttribute("styles", List.of("/css/work.css"));
        model.addAttribute("id", custody);
        model.addAttribute("person", caller.actor());
        model.addAttribute("record", site.address(Site.Service.QUERY, AccessPage.path(custody)));
        return "custody-work";
    }

    @PostMapping(path = "/custody/{custody}/record", consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
    ResponseEntity<Void> open(
            Envelope envelope,
            @PathVariable String custody,
            Caller caller,
            @ModelAttribute PurposeForm.Filled form,
            HttpServletRequest request) {
        AccessPage.record(entries, envelope, custody, form);
        opened.add(request, caller, custody);
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(URI.create(AccessPage.path(custody) + "/record"))
                .build();
    }

    /** What the page shows. Only for a session in which somebody has said what for. */
    @GetMapping("/custody/{custody}/record/state")
    ResponseEntity<Seen<WorkedCustody>> state(
            Envelope envelope, @PathVariable String custody, Caller caller, HttpServletRequest request) {
        return opened.contain(request, caller, custody)
                ? ResponseEntity.ok(entries.work(envelope, custody))
                : ResponseEntity.status(HttpStatus.FORBIDDEN).build();
    }
}
