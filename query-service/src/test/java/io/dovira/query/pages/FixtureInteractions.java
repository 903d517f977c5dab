package io.dovira.query.pages;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.web.bind.annotation.RestController;

/** The interactions endpoints, staged. */
@TestComponent
@RestController
final class FixtureInteractions {
    Map<String, @Nullable Object> nothing() {
        return Map.of();
    }
}
