package io.dovira.query.integrity;

import io.dovira.eventstore.seal.Seal;
import io.dovira.query.integrity.SealAnswers.ConsistencyProof;
import io.dovira.query.integrity.SealAnswers.InclusionProof;
import io.dovira.query.integrity.SealAnswers.SealState;
import io.dovira.query.platform.Problem;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Proofs for those who do not want to compute them from tiles. Open to everybody: hashes, sizes, positions. */
@RestController
@RequestMapping("/api/v1/log")
@Tag(name = "Integrity")
class ProofController {

    private final Seal seal;
    private final Sealing sealing;

    ProofController(Seal seal, Sealing sealing) {
        this.seal = seal;
        this.sealing = sealing;
    }

    @GetMapping("/seal")
    @Operation(summary = "How far the log is sealed, the key, and whether it still is what was sealed")
    ResponseEntity<SealState> state() {
        return open(SealState.of(seal.state(), sealing));
    }

    @GetMapping("/proof")
    @Operation(summary = "That the event at a position is in the sealed log, of the newest head or of a former size")
    ResponseEntity<InclusionProof> inclusion(
            @RequestParam long position, @RequestParam(required = false) @Nullable Long size) {
        Seal.State state = seal.state();
        if (position < 1) {
            throw Problem.unreadable("position", Long.toString(position), "a position: they begin at 1");
        }
        long of = size == null ? state.size() : sealed("size", size, state);
        if (position > of) {
            throw size == null
                    ? notYet(position, state)
                    : Problem.unreadable("size", Long.toString(of), "at least the position");
        }
        return open(InclusionProof.of(position, of, seal.inclusion(position, of), state.sealed()));
    }

    @GetMapping("/consistency")
    @Operation(
            summary =
                    "That the sealed log of one size began as that of a smaller one; 'to' is the newest head by default")
    ResponseEntity<ConsistencyProof> consistency(
            @RequestParam long from, @RequestParam(required = false) @Nullable Long to) {
        Seal.State state = seal.state();
        long later = to == null ? state.size() : sealed("to", to, state);
        if (from < 1 || from > later) {
            throw from > state.size()
                    ? notYet(from, state)
                    : Problem.unreadable("from", Long.toString(from), "a size from 1 to 'to'");
        }
        return open(ConsistencyProof.of(from, later, seal.consistency(from, later)));
    }

    private static long sealed(String parameter, long size, Seal.State state) {
        if (size < 1) {
            throw Problem.unreadable(parameter, Long.toString(size), "a size of the log");
        }
        if (size > state.size()) {
            throw notYet(size, state);
        }
        return size;
    }

    private static Problem notYet(long position, Seal.State state) {
        Problem problem = Problem.conflict(
                "not-sealed-yet",
                "Not sealed yet",
                "position " + position + " is not sealed yet; " + state.size() + " are");
        problem.getBody().setProperty("sealed", state.size());
        problem.getBody().setProperty("head", state.head());
        return problem;
    }

    private static <T> ResponseEntity<T> open(T body) {
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noCache())
                .header(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, "*")
                .body(body);
    }
}
