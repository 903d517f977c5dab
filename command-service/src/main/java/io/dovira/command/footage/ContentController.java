package io.dovira.command.footage;

import io.dovira.command.footage.store.FileStore;
import io.dovira.command.footage.store.NoSuchFile;
import io.dovira.command.footage.store.StoreUnavailable;
import io.dovira.command.platform.Envelope;
import io.dovira.command.platform.Refuses;
import io.dovira.events.footage.StoredFile;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Base64;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Hands content out, whole or in part. Whoever asks says what for, and that is in the log before the first byte leaves. A player asks for many
 * parts; for a while all of them are one access.
 */
@RestController
@RequestMapping("/api/v1/footage")
@Tag(name = "Footage")
@Refuses(FootageReason.class)
class ContentController {
    private static final int BUFFER = 64 * 1024;

    private final Watching watching;
    private final FileStore store;

    ContentController(Watching watching, FileStore store) {
        this.watching = watching;
        this.store = store;
    }

    @GetMapping("/{footage}/content")
    @Operation(
            summary = "The content of the original, or of a redacted copy",
            description =
                    "Ranges are answered. The access is recorded first, with its purpose; requests of one person for one file and purpose"
                            + " are one access for some minutes. Only a bearer token records it: who is signed in with a session says it on the"
                            + " page /footage/{footage}/watch first (purpose-needed).")
    @ApiResponse(responseCode = "200", description = "All of it")
    @ApiResponse(responseCode = "206", description = "The range that was asked for")
    @ApiResponse(responseCode = "416", description = "There is no such range")
    void content(
            Envelope envelope,
            @PathVariable("footage") String segment,
            @Parameter(
                            description =
                                    "COMPLAINT, INVESTIGATION, COURT, QUALITY_REVIEW, OVERSIGHT, SUBJECT_REQUEST or REDACTION; required")
                    @RequestParam(required = false)
                    @Nullable
                    String purpose,
            @Parameter(description = "Number of the matter, up to 200 characters, no personal data")
                    @RequestParam(required = false)
                    @Nullable
                    String reference,
            @Parameter(description = "SHA-256 of a redacted copy; the original if absent")
                    @RequestParam(required = false)
                    @Nullable
                    String copy,
            @Parameter(hidden = true) HttpServletRequest request,
            @Parameter(hidden = true) HttpServletResponse response)
            throws IOException {
        AccessBody body = new AccessBody(purpose, reference, copy);
        Watching.Asked asked = watching.read(envelope, segment, body);
        boolean recorded = watching.isRecorded(asked);
        // A browser sends its session along with any link that it is made to follow; nobody sends a bearer token
        // unawares.
        if (!recorded && !(request.getUserPrincipal() instanceof JwtAuthenticationToken)) {
            throw Watching.refused(
                    FootageReason.PURPOSE_NEEDED, "Say what for on the page /footage/" + segment + "/watch first.");
        }
        StoredFile file = asked.file();
        Part part = Part.of(request, file);
        if (part.isNone() || request.getMethod().equals("HEAD")) {
            describe(response, file, part);
            return;
        }
        try (InputStream bytes = open(file, part)) {
            if (!recorded) {
                watching.record(envelope, body, asked);
            }
            describe(response, file, part);
            send(bytes, response.getOutputStream());
        }
    }

    /** A player that has seen enough hangs up; that is no accident of ours. What the store fails at breaks the answer off. */
    private static void send(InputStream bytes, OutputStream out) {
        byte[] buffer = new byte[BUFFER];
        while (true) {
            int some;
            try {
                some = bytes.read(buffer);
            } catch (IOException e) {
                throw new StoreUnavailable("the content cannot be read to its end", e);
            }
            if (some < 0) {
                return;
            }
            try {
                out.write(buffer, 0, some);
            } catch (IOException hungUp) {
                return;
            }
        }
    }

    private InputStream open(StoredFile file, Part part) {
        try {
            return store.open(file.file(), part.from(), part.length());
        } catch (NoSuchFile e) {
            throw Watching.refused(
                    FootageReason.CONTENT_MISSING,
                    "The store has no file with the hash " + file.sha256() + " any more.");
        }
    }

    private static void describe(HttpServletResponse response, StoredFile file, Part part) {
        response.setStatus(part.status().value());
        response.setHeader(HttpHeaders.ACCEPT_RANGES, "bytes");
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        if (part.isNone()) {
            response.setHeader(HttpHeaders.CONTENT_RANGE, "bytes */" + file.bytes());
            return;
        }
        response.setContentType(file.mediaType());
        response.setContentLengthLong(part.length());
        response.setHeader(HttpHeaders.ETAG, Part.tag(file));
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment");
        response.setHeader(
                "Repr-Digest",
                "sha-256=:" + Base64.getEncoder().encodeToString(HexFormat.of().parseHex(file.sha256())) + ":");
        if (part.status() == HttpStatus.PARTIAL_CONTENT) {
            response.setHeader(
                    HttpHeaders.CONTENT_RANGE,
                    "bytes " + part.from() + "-" + (part.from() + part.length() - 1) + "/" + file.bytes());
        }
    }
}
