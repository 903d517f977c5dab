package io.dovira.query.pages;

import static org.assertj.core.api.Assertions.assertThat;

import io.dovira.query.identity.TestIssuer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What every page of the real service is wrapped in: languages, security policy, caching, error pages. No browser needed. */
@RealService
class ShellIT {
    private static final Pattern ADDRESS = Pattern.compile("(?:href|src)=\"(/(?:js|css|img|webjars|texts)/[^\"]+)\"");

    @LocalServerPort
    int port;

    private final HttpClient http = HttpClient.newHttpClient();

    private HttpResponse<String> get(String path, String... headers) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .header("Authorization", TestIssuer.bearer("manager"));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    @ParameterizedTest
    @CsvSource({
        "/, Live board, Табло наживо",
        "/offices/any, Office, Підрозділ",
        "/interactions, Interactions, Візити й справи",
        "/interactions/visit-any, Interaction, Візит чи справа",
        "/appeals, Appeals, Звернення",
        "/appeals/any, Appeal, Звернення громадянина",
        "/community, Communities, Громади",
        "/feedback, Feedback, Відгуки",
        "/compare, Comparison, Порівняння",
        "/estimates, How good estimated waits were, Наскільки точні оцінки очікування",
        "/integrity, Integrity, Цілісність",
        "/sign-in-failed, The sign-in did not work, Увійти не вдалося"
    })
    void everyPageSpeaksBothLanguages(String path, String english, String ukrainian) throws Exception {
        assertThat(get(path, "Accept", "text/html", "Accept-Language", "en").body())
                .contains("<html lang=\"en\"", "<title>" + english + " · Dovira</title>");
        assertThat(get(path, "Accept", "text/html", "Accept-Language", "uk-UA,uk")
                        .body())
                .contains("<html lang=\"uk\"", "<title>" + ukrainian + " · Довіра</title>");
    }

    @Test
    void aChosenLanguageIsRememberedInACookie() throws Exception {
        HttpResponse<String> chosen = get("/?lang=uk", "Accept", "text/html", "Accept-Language", "en");

        assertThat(chosen.body()).contains("<html lang=\"uk\"");
        assertThat(chosen.headers().allValues("Set-Cookie"))
                .anySatisfy(cookie -> assertThat(cookie).startsWith("dovira-lang=uk;"));
        assertThat(get("/", "Cookie", "dovira-lang=uk", "Accept-Language", "en").body())
                .contains("<html lang=\"uk\"");
        assertThat(get("/?lang=xx").headers().allValues("Set-Cookie"))
                .noneMatch(cookie -> cookie.startsWith("dovira-lang="));
    }

    @Test
    void thePolicyAllowsOwnFilesAndTheImportMapOnly() throws Exception {
        HttpResponse<String> page = get("/");
        String policy = page.headers().firstValue("Content-Security-Policy").orElse("");
        Matcher inline =
                Pattern.compile("<script type=\"importmap\">(.*?)</script>").matcher(page.body());

        assertThat(inline.find()).isTrue();
        assertThat(policy)
                .contains(
                        "default-src 'none'", "script-src 'self' '" + hash(inline.group(1)) + "';", "style-src 'self';")
                .contains("require-trusted-types-for 'script'")
                .doesNotContain("unsafe");
        // The only addresses elsewhere are the way to the pages of the other service.
        String other = "href=\"http://localhost:1/";
        assertThat(page.body()).contains(other + "desk\"", other + "policies\"");
        assertThat(page.body().replace(other, ""))
                .doesNotContain("<style", " style=\"", "onclick", "http://", "https://");
    }

    private static String hash(String script) throws NoSuchAlgorithmException {
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(script.getBytes(StandardCharsets.UTF_8));
        return "sha256-" + Base64.getEncoder().encodeToString(digest);
    }

    @Test
    void everyFileOfAPageMayBeKeptForEver() throws Exception {
        Matcher addresses = ADDRESS.matcher(get("/").body());
        List<String> files = addresses.results().map(found -> found.group(1)).toList();

        assertThat(files).hasSizeGreaterThan(15);
        for (String file : files) {
            HttpResponse<String> answer = get(file);
            assertThat(answer.statusCode()).as(file).isEqualTo(200);
            assertThat(answer.headers().firstValue("Cache-Control"))
                    .as(file)
                    .hasValueSatisfying(control -> assertThat(control).contains("max-age=31536000"));
            assertThat(file).containsPattern("-[0-9a-f]{16,}\\.|/webjars/[^/]+/[0-9.]+/");
        }
    }

    @Test
    void thePageItselfIsNeverKept() throws Exception {
        assertThat(get("/").headers().firstValue("Cache-Control")).hasValue("no-store");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/nothing-here", "/offices", "/js/nothing.js"})
    void aPersonIsShownAPageWhereNothingIs(String path) throws Exception {
        HttpResponse<String> answer = get(path, "Accept", "text/html,application/xhtml+xml,*/*;q=0.8");

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).contains("There is nothing here");
        assertThat(answer.headers().firstValue("Content-Security-Policy"))
                .hasValueSatisfying(policy -> assertThat(policy).contains("style-src 'self'"));
    }

    @Test
    void aProgramIsToldAProblemWhereNothingIs() throws Exception {
        HttpResponse<String> answer = get("/api/v1/nothing-here", "Accept", "*/*");

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
    }

    @Test
    void aPageThatIsNotForTheRoleIsRefusedWithAPage() throws Exception {
        HttpRequest asClerk = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/interactions"))
                .header("Authorization", TestIssuer.bearer("clerk"))
                .header("Accept", "text/html")
                .build();
        HttpResponse<String> answer = http.send(asClerk, HttpResponse.BodyHandlers.ofString());

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).contains("This is not for your role").doesNotContain("href=\"/interactions\"");
    }

    @Test
    void someoneWithoutASignInIsSentToTheProvider() throws Exception {
        HttpRequest nobody = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/"))
                .header("Accept", "text/html")
                .build();

        HttpResponse<String> answer = http.send(nobody, HttpResponse.BodyHandlers.ofString());

        assertThat(answer.statusCode()).isEqualTo(302);
    }
}
