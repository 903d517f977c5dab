package io.dovira.query.pages;

import static org.assertj.core.api.Assertions.assertThat;

import io.dovira.access.Roles;
import io.dovira.pages.test.PageReader;
import io.dovira.pages.test.RequiresBrowser;
import io.dovira.pages.test.RolePage;
import io.dovira.query.identity.TestIssuer;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Every page, as every role: the page, or the page that says it is for others; and a menu that leads to no refusal. */
@RealService
class RolesIT {
    /** The boards, and who may open them. A page that is not here fails {@link #knowsEveryPage}. */
    private static final List<RolePage> PAGES = List.of(
            RolePage.of("/", Roles.all()),
            RolePage.of("/offices/any", Roles.all()),
            RolePage.of("/interactions", "quality", "manager", "auditor", "admin"),
            RolePage.of("/interactions/any", "quality", "manager", "auditor", "admin"),
            RolePage.of("/appeals", "clerk", "quality", "manager", "auditor", "admin"),
            RolePage.of("/appeals/any", "clerk", "quality", "manager", "auditor", "admin"),
            RolePage.of("/custody", "custody", "quality", "auditor", "admin"),
            RolePage.of("/custody/any", "custody", "quality", "auditor", "admin"),
            RolePage.of("/footage", "custody", "quality", "auditor", "admin"),
            RolePage.of("/obligations", "custody", "quality", "manager", "auditor", "admin"),
            RolePage.of("/community", "quality", "manager", "auditor", "admin"),
            RolePage.of("/compare", "quality", "manager", "auditor", "admin"),
            RolePage.of("/feedback", "quality", "manager", "auditor", "admin"),
            RolePage.of("/estimates", Roles.all()),
            RolePage.of("/integrity", Roles.all()),
            RolePage.of("/operations", "auditor", "admin"));

    /** Of the other service, where the menu leads, too. */
    private static final List<RolePage> ELSEWHERE = List.of(
            RolePage.of("http://localhost:1/desk", "clerk", "manager", "admin"),
            RolePage.of("http://localhost:1/policies", Roles.all()));

    private final RequestMappingHandlerMapping mappings;
    private final PageReader pages;

    @Autowired
    RolesIT(RequestMappingHandlerMapping requestMappingHandlerMapping, @LocalServerPort int port) {
        mappings = requestMappingHandlerMapping;
        pages = new PageReader(port, role -> TestIssuer.bearer(role));
    }

    static List<String> roles() {
        return Roles.ALL;
    }

    @ParameterizedTest
    @FieldSource("PAGES")
    void showsThePageOrSaysThatItIsForOthers(RolePage page) {
        pages.assertShownOrRefused(page, Roles.ALL);
    }

    /** The same one on a page and on a refusal. */
    @ParameterizedTest
    @MethodSource("roles")
    void leadsToNoRefusal(String role) {
        Set<String> menu = pages.menu("/", role);

        assertThat(menu)
                .contains("/", "/integrity")
                .allSatisfy(link -> assertThat(Stream.concat(PAGES.stream(), ELSEWHERE.stream()))
                        .as(link)
                        .anyMatch(page -> page.path().equals(link) && page.isFor(role)));
        for (RolePage page : PAGES) {
            assertThat(pages.menu(page.path(), role)).as(page.path()).isEqualTo(menu);
        }
    }

    /** Of those who may read the story of a visit. */
    @ParameterizedTest
    @CsvSource({"manager, true", "admin, true", "quality, false", "auditor, false"})
    void leadsWhoMayDecideOnACorrectionToThePageForIt(String role, boolean decides) {
        assertThat(pages.get("/interactions/visit-any", role).body()).contains("data-decides=\"" + decides + "\"");
    }

    @Test
    void knowsEveryPage() {
        List<String> patterns = mappings.getHandlerMethods().entrySet().stream()
                .filter(entry -> entry.getValue().getBeanType().getPackage().equals(RolesIT.class.getPackage()))
                .flatMap(entry -> entry.getKey().getPatternValues().stream())
                .toList();

        assertThat(RolePage.areAll(PAGES, patterns)).as("%s", patterns).isTrue();
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
            pages.assertQuiet(
                    PAGES.stream()
                            .filter(page -> page.isFor(role) && !page.path().endsWith("/any"))
                            .toList(),
                    role);
        }
    }
}
