package io.dovira.pages.test;

import java.util.List;
import java.util.Set;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPatternParser;

/** A page, and the roles that may open it. */
public record RolePage(String path, Set<String> roles) {
    public RolePage {
        roles = Set.copyOf(roles);
    }

    public static RolePage of(String path, String... roles) {
        return new RolePage(path, Set.of(roles));
    }

    public boolean isFor(String role) {
        return roles.contains(role);
    }

    /** Whether these are the pages behind the patterns, each once. */
    public static boolean areAll(List<RolePage> pages, List<String> patterns) {
        return pages.size() == patterns.size()
                && patterns.stream().allMatch(pattern -> pages.stream().anyMatch(page -> page.isBehind(pattern)));
    }

    private boolean isBehind(String pattern) {
        return new PathPatternParser().parse(pattern).matches(PathContainer.parsePath(path));
    }
}
