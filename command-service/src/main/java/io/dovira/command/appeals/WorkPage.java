package io.dovira.command.appeals;

import io.dovira.access.Caller;
import io.dovira.command.pages.ActForm;
import io.dovira.command.platform.Endpoint;
import io.dovira.command.platform.Endpoints;
import io.dovira.command.platform.Envelope;
import io.dovira.command.platform.Seen;
import io.dovira.events.AppealId;
import io.dovira.events.appeals.Appeal;
import io.dovira.events.appeals.AppealFact;
import io.dovira.pages.Site;
import io.swagger.v3.oas.annotations.Hidden;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.util.UriUtils;

/** Where an appeal is lodged that came by no visit, and where it is worked on until it is answered. */
@Hidden
@Controller
final class WorkPage {
    private final Endpoint<AppealId, AppealFact, Appeal, WorkedAppeal> appeals;
    private final Site site;

    WorkPage(Endpoints endpoints, Site site, Clock clock) {
        this.appeals = endpoints.of(
                Appeals.SUBJECT,
                new Endpoint.Kind<>(
                        AppealId::stream,
                        Appeal::office,
                        appeal -> WorkedAppeal.of(appeal, clock.instant()),
                        AppealReason.APPEAL_UNKNOWN));
        this.site = site;
    }

    @GetMapping("/appeals/new")
    String lodge(Caller caller, Model model) {
        model.addAttribute("styles", List.of("/css/work.css"));
        model.addAttribute("subject", "appeals");
        model.addAttribute("person", caller.actor());
        model.addAttribute("back", site.address(Site.Service.QUERY, "/appeals"));
        return "work-new";
    }

    /** What the form asks for. */
    @GetMapping("/appeals/new/form")
    ResponseEntity<ActForm> form() {
        return ResponseEntity.ok(AppealActs.LODGE);
    }

    @GetMapping("/appeals/{appeal}/work")
    String work(@PathVariable String appeal, Caller caller, Model model) {
        model.addAttribute("styles", List.of("/css/work.css"));
        model.addAttribute("id", appeal);
        model.addAttribute("person", caller.actor());
        model.addAttribute(
                "record",
                site.address(
                        Site.Service.QUERY, "/appeals/" + UriUtils.encodePathSegment(appeal, StandardCharsets.UTF_8)));
        return "appeal-work";
    }

    /** What the page shows: an appeal that is unknown, or of another office, is refused here. */
    @GetMapping("/appeals/{appeal}/work/state")
    ResponseEntity<Seen<WorkedAppeal>> state(Envelope envelope, @PathVariable String appeal) {
        return ResponseEntity.ok(appeals.look(envelope, fields -> fields.required("appeal", appeal, AppealId::new)));
    }
}
