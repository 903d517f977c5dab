package io.dovira.command.footage;

import io.dovira.command.footage.store.FileStore;
import io.dovira.command.footage.store.KeptFile;
import io.dovira.command.platform.Answer;
import io.dovira.command.platform.BodyTooLarge;
import io.dovira.command.platform.Endpoint;
import io.dovira.command.platform.Endpoints;
import io.dovira.command.platform.Envelope;
import io.dovira.command.platform.Fields;
import io.dovira.command.platform.Refused;
import io.dovira.command.platform.Refuses;
import io.dovira.command.platform.Seen;
import io.dovira.command.platform.States;
import io.dovira.events.FootageId;
import io.dovira.events.footage.Footage;
import io.dovira.events.footage.FootageFact;
import io.dovira.events.footage.Words;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Takes content in: the original of a segment, and redacted copies. What is acknowledged is in the store and in the log; the store comes first, so
 * that a crash between the two leaves a file that no fact names, and never a fact without its file.
 */
@RestController
@RequestMapping("/api/v1/footage")
@Tag(name = "Footage")
@Refuses(FootageReason.class)
class UploadController {
    private static final Pattern MEDIA_TYPE =
            Pattern.compile("(video|audio|image|application)/[A-Za-z0-9][A-Za-z0-9.+-]{0,99}");
    private static final String CONTENT =
            "The content as it is, with its media type; its SHA-256 is compared before anything is kept";

    private final Endpoint<FootageId, FootageFact, Footage, ShownFootage> footage;
    private final States states;
    private final FileStore store;
    private final FootageProperties properties;

    UploadController(Endpoints endpoints, States states, FileStore store, FootageProperties properties) {
        this.footage = FootageController.endpoint(endpoints);
        this.states = states;
        this.store = store;
        this.properties = properties;
    }

    @PostMapping(
            path = "/{footage}/ingest",
            consumes = {"video/*", "audio/*", "image/*", "application/octet-stream"})
    @Operation(summary = "Its content comes in, once and whole", description = CONTENT)
    ResponseEntity<Answer<ShownFootage>> ingest(
            Envelope envelope,
            @PathVariable("footage") String segment,
            @RequestParam(required = false) @Nullable String sha256,
            @Parameter(description = "What the clock of the camera showed too much; its newest measurement if absent")
                    @RequestParam(required = false)
                    @Nullable
                    Long clockOffsetMillis,
            @RequestParam(required = false) @Nullable String occurredAt,
            @RequestParam(required = false) @Nullable String timeQuality,
            @Parameter(hidden = true) HttpServletRequest request)
            throws IOException {
        UploadBody body = new UploadBody(sha256, request.getContentType(), clockOffsetMillis, occurredAt, timeQuality);
        return take(
                envelope,
                segment,
                body,
                request,
                state -> state.ingested() == null,
                (fields, id, file) -> new IngestSegment(
                        id,
                        hash(fields, body),
                        file.bytes(),
                        mediaType(fields, body),
                        fields.optional("clockOffsetMillis", clockOffsetMillis, CameraController::offset),
                        file.file()));
    }

    @PostMapping(
            path = "/{footage}/redacted",
            consumes = {"video/*", "audio/*", "image/*", "application/octet-stream"})
    @Operation(
            summary = "A copy in which persons cannot be recognised is kept beside the original",
            description = CONTENT)
    ResponseEntity<Answer<ShownFootage>> redacted(
            Envelope envelope,
            @PathVariable("footage") String segment,
            @RequestParam(required = false) @Nullable String sha256,
            @RequestParam(required = false) @Nullable String occurredAt,
            @RequestParam(required = false) @Nullable String timeQuality,
            @Parameter(hidden = true) HttpServletRequest request)
            throws IOException {
        UploadBody body = new UploadBody(sha256, request.getContentType(), null, occurredAt, timeQuality);
        return take(
                envelope,
                segment,
                body,
                request,
                state -> state.ingested() != null
                        && !state.expired()
                        && sha256 != null
                        && state.file(sha256).isEmpty(),
                (fields, id, file) -> new AddRedactedCopy(
                        id, hash(fields, body), file.bytes(), mediaType(fields, body), file.file()));
    }

    /** Makes the command, once the file is known. */
    private interface Making {
        FootageCommand of(Fields fields, FootageId id, KeptFile file);
    }

    private ResponseEntity<Answer<ShownFootage>> take(
            Envelope envelope,
            String segment,
            UploadBody body,
            HttpServletRequest request,
            Predicate<Footage> wanted,
            Making making)
            throws IOException {
        KeptFile none = new KeptFile("", 0);
        // Everything but the content is looked at before a byte of it is read.
        FootageCommand sound = Fields.read(fields -> {
            fields.optional("occurredAt", body.occurredAt(), Fields::instant);
            return making.of(fields, FootageController.id(fields, segment), none);
        });
        FootageId id = sound.footage();
        Footage before = find(id).orElse(null);
        if (before == null || !envelope.offices().test(before.office()) || !wanted.test(before)) {
            // Refused, or told what an earlier request with the same key recorded.
            return send(envelope, body, id, making, none);
        }
        long most = properties.largest().toBytes();
        if (request.getContentLengthLong() > most) {
            throw new BodyTooLarge(most);
        }
        KeptFile file = store.keep(id, String.valueOf(body.sha256()), request.getInputStream(), most);
        ResponseEntity<Answer<ShownFootage>> answer;
        try {
            // If the log does not answer, the fact may be there all the same, or come yet: the file stays.
            answer = send(envelope, body, id, making, file);
        } catch (Refused refused) {
            store.delete(file.file());
            throw refused;
        }
        if (!isNamed(id, file)) {
            store.delete(file.file());
        }
        return answer;
    }

    /** Whether a fact names the file: an answer to a repeated request names the file of the first. */
    private boolean isNamed(FootageId id, KeptFile file) {
        return find(id).map(
                        now -> now.files().stream().anyMatch(one -> one.file().equals(file.file())))
                .orElse(false);
    }

    private Optional<Footage> find(FootageId id) {
        return states.find(Segments.SUBJECT, id.stream()).map(Seen::state);
    }

    private ResponseEntity<Answer<ShownFootage>> send(
            Envelope envelope, UploadBody body, FootageId id, Making making, KeptFile file) {
        return footage.send(envelope, body, fields -> id, (fields, same) -> making.of(fields, same, file));
    }

    private static String hash(Fields fields, UploadBody body) {
        return fields.required("sha256", body.sha256(), Words::sha256);
    }

    private static String mediaType(Fields fields, UploadBody body) {
        return fields.required("Content-Type", body.mediaType(), given -> {
            if (!MEDIA_TYPE.matcher(given).matches()) {
                throw new IllegalArgumentException("must be a media type without parameters, not '" + given + "'");
            }
            return given;
        });
    }
}
