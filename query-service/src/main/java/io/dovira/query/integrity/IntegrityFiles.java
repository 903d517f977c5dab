package io.dovira.query.integrity;

import io.dovira.eventstore.seal.Seal;
import io.dovira.eventstore.seal.SealedHead;
import io.dovira.eventstore.tlog.Tile;
import io.dovira.query.platform.Problem;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The files of C2SP tlog-tiles. Open to everybody, from any page of the world. */
@RestController
@Tag(name = "Integrity", description = "The log as a transparency log: checkpoint, tiles, proofs; no sign-in")
class IntegrityFiles {

    private static final MediaType TEXT = new MediaType("text", "plain", StandardCharsets.UTF_8);
    private static final String TILES = "/tile/";

    private final Seal seal;

    IntegrityFiles(Seal seal) {
        this.seal = seal;
    }

    @GetMapping("/checkpoint")
    @Operation(summary = "The newest signed head of the log, a signed note: origin, size, root")
    ResponseEntity<String> checkpoint() {
        SealedHead head = seal.state().sealed();
        if (head == null) {
            throw Problem.notFound("nothing is sealed yet");
        }
        return ResponseEntity.ok()
                .contentType(TEXT)
                .cacheControl(CacheControl.noCache())
                .header(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, "*")
                .body(head.note());
    }

    /** A tile never changes, also one that is not full: what grows has another name. */
    @GetMapping("/tile/**")
    @Operation(summary = "A tile of hashes: /tile/<level>/<index>[.p/<width>]")
    ResponseEntity<byte[]> tile(HttpServletRequest request) {
        String path = request.getRequestURI().substring(request.getContextPath().length() + TILES.length());
        byte[] hashes = Tile.ofPath(path)
                .flatMap(seal::tile)
                .orElseThrow(() -> Problem.notFound("the sealed log has no tile of this name"));
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_OCTET_STREAM)
                .cacheControl(
                        CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable())
                .header(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, "*")
                .body(hashes);
    }
}
