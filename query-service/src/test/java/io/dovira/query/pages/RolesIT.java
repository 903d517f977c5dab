package io.dovira.query.pages;

import static org.assertj.core.api.Assertions.assertThat;

import io.dovira.access.Roles;
import io.dovira.pages.test.Browser;
import io.dovira.pages.test.RequiresBrowser;
import io.dovira.query.identity.TestIssuer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.server.PathContainer;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.pattern.PathPatternParser;

/** Every page, as every role: the page, or the page that says it is for others; and a menu that leads to no refusal. */
@RealService
class RolesIT {
    /** The boards, and who may open them. A page that is not here fails {@link #knowsEveryPage}. */
    private static final List<Page> PAGES = List.of(
            page("/", Roles.all()),
            page("/offices/any", Roles.all()),
            page("/interactions", "quality", "manager", "auditor", "admin"),
            page("/interactions/any", "quality", "manager", "auditor", "admin"),
            page("/appeals", "clerk", "quality", "manager", "auditor", "admin"),
            page("/appeals/any", "clerk", "quality", "manager", "auditor", "admin"),
            page("/custody", "custody", "quality", "auditor", "admin"),
            page("/custody/any", "custody", "quality", "auditor", "admin"),
            page("/footage", "custody", "quality", "auditor", "admin"),
            page("/obligations", "custody", "quality", "manager", "auditor", "admin"),
            page("/community", "quality", "manager", "auditor", "admin"),
            page("/compare", "quality", "manager", "auditor", "admin"),
            page("/feedback", "quality", "manager", "auditor", "admin"),
            page("/estimates", Roles.all()),
            page("/integrity", Roles.all()),
            page("/operations", "auditor", "admin"));

    /** Of the other service, where the menu leads, too. */
    private static final List<Page> ELSEWHERE = List.of(
            page("http://localhost:1/desk", "clerk", "manager", "admin"),
            page("http://localhost:1/policies", Roles.all()));

    private static final Pattern MENU = Pattern.compile("(?s)<nav .*?</nav>");
    private static final Pattern LINK = Pattern.compile("href=\"([^\"]+)\"");

    private final HttpClient http = HttpClient.newHttpClient();

    @LocalServerPort
    private int port;

    @Autowired
    private RequestMappingHandlerMapping requestMappingHandlerMapping;

    record Page(String path, Set<String> roles) {
        boolean isFor(String role) {
            return roles.contains(role);
        }
    }

    private static Page page(String path, String... roles) {
        return new Page(path, Set.of(roles));
    }

    static List<String> roles() {
        return Roles.ALL;
    }

    private HttpResponse<String> get(String path, String role) throws IOException, InterruptedException {
        return http.send(
                HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                        .header("Authorization", TestIssuer.bearer(role))
                        .header("Accept", "text/html")
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private static Set<String> menu(HttpResponse<String> page) {
        return MENU.matcher(page.body())
                .results()
                .flatMap(nav -> LINK.matcher(nav.group()).results())
                .map((MatchResult link) -> link.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @ParameterizedTest
    @FieldSource("PAGES")
    void showsThePageOrSaysThatItIsForOthers(Page page) throws Exception {
        for (String role : Roles.ALL) {
            HttpResponse<String> answer = get(page.path(), role);

            assertThat(answer.statusCode()).as(role).isEqualTo(page.isFor(role) ? 200 : 403);
            assertThat(answer.body().contains("This is not for your role"))
                    .as(role)
                    .isEqualTo(!page.isFor(role));
        }
    }

    /** The same one on a page and on a refusal. */
    @ParameterizedTest
    @MethodSource("roles")
    void leadsToNoRefusal(String role) throws Exception {
        Set<String> menu = menu(get("/", role));

        assertThat(menu)
                .contains("/", "/integrity")
                .allSatisfy(link -> assertThat(Stream.concat(PAGES.stream(), ELSEWHERE.stream()))
                        .as(link)
                        .anyMatch(page -> page.path().equals(link) && page.isFor(role)));
        for (Page page : PAGES) {
            assertThat(menu(get(page.path(), role))).as(page.path()).isEqualTo(menu);
        }
    }

    /** Of those who may read the story of a visit. */
    @ParameterizedTest
    @CsvSource({"manager, true", "admin, true", "quality, false", "auditor, false"})
    void leadsWhoMayDecideOnACorrectionToThePageForIt(String role, boolean decides) throws Exception {
        assertThat(get("/interactions/visit-any", role).body()).contains("data-decides=\"" + decides + "\"");
    }

    @Test
    void knowsEveryPage() {
        List<String> patterns = requestMappingHandlerMapping.getHandlerMethods().entrySet().stream()
                .filter(entry -> entry.getValue().getBeanType().getPackage().equals(RolesIT.class.getPackage()))
                .flatMap(entry -> entry.getKey().getPatternValues().stream())
                .toList();

        assertThat(patterns)
                .hasSize(PAGES.size())
                .allSatisfy(pattern -> assertThat(PAGES)
                        .as(pattern)
                        .anyMatch(page ->
                                new PathPatternParser().parse(pattern).matches(PathContainer.parsePath(page.path()))));
    }

    static List<String> limited() {
        return Roles.ALL.stream().filter(role -> !role.equals(Roles.ADMIN)).toList();
    }

    /** What a page asks for by itself is for whoever may open it; an admin may ask for everything. */
    @Nested
    @RequiresBrowser
    class InABrowser {

        @ParameterizedTest
        @MethodSource("io.dovira.query.pages.RolesIT#limited")
        void asksForNothingThatIsRefused(String role) {
            Browser browser = Browser.fresh();
            browser.header("Authorization", TestIssuer.bearer(role));
            for (Page page : PAGES) {
                if (page.isFor(role) && !page.path().endsWith("/any")) {
                    browser.open("http://localhost:" + port + page.path())
                            .await("all of " + page.path())
                            .until(() ->
                                    Boolean.TRUE.equals(browser.js("return !document.querySelector('.is-loading')")));
                    browser.assertQuiet();
                }
            }
        }
    }
}
