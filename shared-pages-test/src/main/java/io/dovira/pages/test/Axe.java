package io.dovira.pages.test;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The checks of axe, run by the page itself. axe's own builder for Selenium loads it into a window of its own for every page as well, and
 * brings back all that was found right: half of the time of the tests of pages went there.
 */
final class Axe {

    static final Map<String, Object> EVERYTHING = Map.of(
            "type", "tag", "values", List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"));
    static final Map<String, Object> COLOURS =
            Map.of("type", "rule", "values", List.of("color-contrast", "link-in-text-block"));

    static final String SOURCE = source();

    /** What was found, as texts that a person can act on. */
    static final String RUN = """
            const [runOnly, done] = arguments;
            axe.run(document, { runOnly, resultTypes: ['violations'], iframes: false, preload: false }).then(
              ({ violations }) => done(violations.flatMap(({ id, nodes }) => nodes.map(({ target, failureSummary }) => `${id}: ${target} ${failureSummary}`))),
              (failure) => done([`axe failed: ${failure}`]));
            """;

    private Axe() {}

    private static String source() {
        try (InputStream stored = Axe.class.getResourceAsStream("/axe.min.js")) {
            return new String(Objects.requireNonNull(stored, "axe.min.js").readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
