package io.dovira.command.platform;

import java.util.Arrays;
import java.util.List;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/** Addresses of a feature that take content and limit it themselves; declared by the feature as a bean. */
public final class Uploads {
    private final List<PathPattern> patterns;

    /** @param patterns as in a request mapping, such as {@code /api/v1/footage/{footage}/ingest} */
    public Uploads(String... patterns) {
        this.patterns = Arrays.stream(patterns)
                .map(PathPatternParser.defaultInstance::parse)
                .toList();
    }

    boolean has(String path) {
        PathContainer parsed = PathContainer.parsePath(path);
        return patterns.stream().anyMatch(pattern -> pattern.matches(parsed));
    }
}
