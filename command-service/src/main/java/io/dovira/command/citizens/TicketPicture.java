package io.dovira.command.citizens;

import io.dovira.command.platform.Fields;
import io.dovira.events.appeals.ReceiptCode;
import io.dovira.pages.Site;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The way from a slip, or from the clerk's screen, to a telephone. */
@RestController
@Tag(name = "Tickets", description = "What the holder of a code may see")
class TicketPicture {
    private static final String SVG = "image/svg+xml";

    private final Site site;

    TicketPicture(Site site) {
        this.site = site;
    }

    /** Drawn for any code that can be read, held or not: there is nothing to learn from trying. */
    @GetMapping(path = "/ticket/{code}/qr", produces = SVG)
    @Operation(summary = "The address of the page of a ticket or receipt as a QR code; no sign-in")
    @ApiResponse(responseCode = "200", description = "A picture", content = @Content(mediaType = SVG))
    ResponseEntity<String> picture(@PathVariable String code) {
        ReceiptCode read = Fields.read(fields -> fields.required("code", code, ReceiptCode::new));
        return ResponseEntity.ok(QrPicture.of(site.command() + "/ticket/" + read.value()));
    }
}
