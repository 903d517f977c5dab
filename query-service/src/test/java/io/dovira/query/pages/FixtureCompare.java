package io.dovira.query.pages;

import io.dovira.query.compare.StagedComparisons;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Comparisons, staged. {@code POST /fixture/compare?mode=} all, north (a caller who sees a third of the offices) or broken. */
@TestComponent
@RestController
final class FixtureCompare {
    private final StagedComparisons staged = new StagedComparisons();
    private volatile String mode = "all";

    @PostMapping("/fixture/compare")
    void stage(@RequestParam("mode") String wanted) {
        mode = wanted;
    }

    @GetMapping("/api/v1/compare/funnel")
    ResponseEntity<?> funnel(HttpServletRequest request) {
        return mode.equals("broken")
                ? ResponseEntity.status(HttpStatus.BAD_GATEWAY).build()
                : ResponseEntity.ok(staged.funnel(request.getParameterMap(), mode.equals("north")));
    }

    @GetMapping("/api/v1/compare/control")
    Object control(HttpServletRequest request) {
        return staged.control(request.getParameterMap(), mode.equals("north"));
    }
}
