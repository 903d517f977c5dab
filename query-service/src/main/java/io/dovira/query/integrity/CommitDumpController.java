package io.dovira.query.integrity;

import io.dovira.access.Caller;
import io.dovira.eventstore.seal.CommitDump;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The stored bytes of the whole log, for the verifier. One that breaks off ends without its last chunk, so that no client takes it for whole. */
@RestController
@Tag(name = "Integrity")
class CommitDumpController {

    private static final int BUFFER = 1 << 16;

    private final CommitDump dump;

    CommitDumpController(CommitDump dump) {
        this.dump = dump;
    }

    @GetMapping(path = "/api/v1/log/commits.bson")
    @Operation(
            summary = "The log as it is stored: the bytes that mongodump writes. For who may see every office and every"
                    + " event")
    void commits(Caller caller, HttpServletResponse response) throws IOException {
        if (!caller.offices().every() || !caller.events().every()) {
            throw new AccessDeniedException("the log holds every fact of every office");
        }
        response.setContentType(MediaType.APPLICATION_OCTET_STREAM_VALUE);
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"commits.bson\"");
        // Not closed on failure: closing would end the answer as if it were whole.
        OutputStream out = new BufferedOutputStream(response.getOutputStream(), BUFFER);
        dump.writeTo(out::write);
        out.flush();
    }
}
