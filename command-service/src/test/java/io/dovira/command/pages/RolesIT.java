package io.dovira.command.pages;

import static org.assertj.core.api.Assertions.assertThat;

import io.dovira.access.Roles;
import io.dovira.command.Api;
import io.dovira.command.TestDatabase;
import io.dovira.command.identity.TestIssuer;
import io.dovira.pages.test.Browser;
import io.dovira.pages.test.RequiresBrowser;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.http.server.PathContainer;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.pattern.PathPatternParser;

/** Every page, as every role: the page, or the page that says it is for others; and a menu that leads to no refusal. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@Import({TestDatabase.class, TestIssuer.class})
class RolesIT {
    /** Who may open what. A page that is not here fails {@link #knowsEveryPage}. */
    private static final List<Page> PAGES = List.of(
            page("/desk", "clerk", "manager", "admin"),
            page("/desk/kept", "clerk", "manager", "admin"),
            page("/policies", Roles.all()),
            page("/custody/any/corrections", "custody", "admin"),
            page("/custody/any/open", "custody", "quality", "auditor", "admin"),
            page("/custody/any/record", "custody", "admin"),
            page("/custody/new", "custody", "admin"),
            page("/appeals/any/corrections", "clerk", "manager", "admin"),
            page("/appeals/any/work", "clerk", "manager", "admin"),
            page("/appeals/new", "clerk", "manager", "admin"),
            page("/footage/any/watch", "custody", "quality", "auditor", "admin"),
            page("/ticket", Roles.all()),
            page("/login", Roles.all()));

    /** For citizens, who have no role; {@code CitizenPagesIT} opens them. */
    private static final Set<String> OF_CITIZENS = Set.of("/kiosk/{office}", "/ticket/{code}");

    /** Those that ask the service for something as soon as they are open, and find it without anything being there. */
    private static final Set<String> ASKING = Set.of(
            "/desk",
            "/policies",
            "/custody/any/open",
            "/custody/any/record",
            "/custody/new",
            "/appeals/new",
            "/footage/any/watch");

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

    private Api.Reply get(String path, String role) {
        return Api.as(port, role).with("Accept", "text/html").get(path);
    }

    @ParameterizedTest
    @FieldSource("PAGES")
    void showsThePageOrSaysThatItIsForOthers(Page page) {
        for (String role : Roles.ALL) {
            Api.Reply answer = get(page.path(), role);

            assertThat(answer.status()).as(role).isEqualTo(page.isFor(role) ? 200 : 403);
            assertThat(answer.body().contains("This is not for your role"))
                    .as(role)
                    .isEqualTo(!page.isFor(role));
        }
    }

    /** The menu names one page of this service; where it leads to the boards, their own test looks. */
    @ParameterizedTest
    @MethodSource("roles")
    void leadsToNoRefusal(String role) {
        boolean works = get("/desk", role).status() == 200;

        for (String path : List.of("/policies", "/desk", "/custody/any/corrections")) {
            assertThat(get(path, role).body().contains("href=\"/desk\""))
                    .as(path)
                    .isEqualTo(works);
        }
    }

    @Test
    void knowsEveryPage() {
        List<String> patterns = requestMappingHandlerMapping.getHandlerMethods().entrySet().stream()
                .filter(entry -> {
                    Class<?> type = entry.getValue().getBeanType();
                    return type.getPackageName().startsWith("io.dovira.command")
                            && AnnotatedElementUtils.hasAnnotation(type, Controller.class)
                            && !AnnotatedElementUtils.hasAnnotation(type, ResponseBody.class)
                            && entry.getValue().getMethod().getReturnType() == String.class
                            && entry.getKey().getMethodsCondition().getMethods().contains(RequestMethod.GET);
                })
                .flatMap(entry -> entry.getKey().getPatternValues().stream())
                .filter(pattern -> !OF_CITIZENS.contains(pattern))
                .toList();

        assertThat(patterns)
                .hasSize(PAGES.size())
                .allSatisfy(pattern -> assertThat(PAGES)
                        .as(pattern)
                        .anyMatch(page ->
                                new PathPatternParser().parse(pattern).matches(PathContainer.parsePath(page.path()))));
    }

    /** What a page asks for by itself is for whoever may open it. */
    @Nested
    @RequiresBrowser
    class InABrowser {

        @ParameterizedTest
        @MethodSource("io.dovira.command.pages.RolesIT#roles")
        void asksForNothingThatIsRefused(String role) {
            Browser browser = Browser.fresh();
            browser.header("Authorization", TestIssuer.bearer(role));
            for (Page page : PAGES) {
                if (page.isFor(role) && ASKING.contains(page.path())) {
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
