package io.dovira.pages.test;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Reads the pages of a service as one role or another. */
public final class PageReader {
    private static final Pattern MENU = Pattern.compile("(?s)<nav .*?</nav>");
    private static final Pattern LINK = Pattern.compile("href=\"([^\"]+)\"");

    private final HttpClient http = HttpClient.newHttpClient();
    private final String base;
    private final UnaryOperator<String> bearer;

    /** @param bearer the value of an {@code Authorization} header for a role */
    public PageReader(int port, UnaryOperator<String> bearer) {
        this.base = "http://localhost:" + port;
        this.bearer = bearer;
    }

    public HttpResponse<String> get(String path, String role) {
        try {
            return http.send(
                    HttpRequest.newBuilder(URI.create(base + path))
                            .header("Authorization", bearer.apply(role))
                            .header("Accept", "text/html")
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Where the menu of the page leads. */
    public Set<String> menu(String path, String role) {
        return MENU.matcher(get(path, role).body())
                .results()
                .flatMap(nav -> LINK.matcher(nav.group()).results())
                .map((MatchResult link) -> link.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Each role sees the page, or the page that says it is for others. */
    public void assertShownOrRefused(RolePage page, Collection<String> roles) {
        for (String role : roles) {
            HttpResponse<String> answer = get(page.path(), role);

            assertThat(answer.statusCode()).as(role).isEqualTo(page.isFor(role) ? 200 : 403);
            assertThat(answer.body().contains("This is not for your role"))
                    .as(role)
                    .isEqualTo(!page.isFor(role));
        }
    }

    /** What the pages ask for by themselves is not refused to the role. */
    public void assertQuiet(Collection<RolePage> pages, String role) {
        Browser browser = Browser.fresh();
        browser.header("Authorization", bearer.apply(role));
        for (RolePage page : pages) {
            browser.open(base + page.path())
                    .await("all of " + page.path())
                    .until(() -> Boolean.TRUE.equals(browser.js("return !document.querySelector('.is-loading')")));
            browser.assertQuiet();
        }
    }
}
