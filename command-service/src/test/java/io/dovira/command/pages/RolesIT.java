package io.dovira.command.pages;

import static org.assertj.core.api.Assertions.assertThat;

import io.dovira.access.Feature;
import io.dovira.access.Roles;
import io.dovira.command.TestDatabase;
import io.dovira.command.identity.TestIssuer;
import io.dovira.pages.test.PageReader;
import io.dovira.pages.test.RequiresBrowser;
import io.dovira.pages.test.RolePage;
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
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Every page, as every role: the page, or the page that says it is for others; and a menu that leads to no refusal. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@Import({TestDatabase.class, TestIssuer.class})
class RolesIT {
    /** Who may open what. A page that is not here fails {@link #knowsEveryPage}. */
    private static final List<RolePage> PAGES = List.of(
            RolePage.of("/desk", "clerk", "manager", "admin"),
            RolePage.of("/desk/kept", "clerk", "manager", "admin"),
            RolePage.of("/policies", Roles.all()),
            RolePage.of("/custody/any/corrections", "custody", "admin"),
            RolePage.of("/custody/any/open", "custody", "quality", "auditor", "admin"),
            RolePage.of("/custody/any/record", "custody", "admin"),
            RolePage.of("/custody/new", "custody", "admin"),
            RolePage.of("/visits/any/corrections", "clerk", "manager", "admin"),
            RolePage.of("/appeals/any/corrections", "clerk", "manager", "admin"),
            RolePage.of("/appeals/any/work", "clerk", "manager", "admin"),
            RolePage.of("/appeals/new", "clerk", "manager", "admin"),
            RolePage.of("/footage/any/watch", "custody", "quality", "auditor", "admin"),
            RolePage.of("/footage/any/explain", "custody", "quality", "admin"),
            RolePage.of("/ticket", Roles.all()),
            RolePage.of("/login", Roles.all()));

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

    /** The menu names two pages of this service, as a refusal does; where it leads to the boards, their own test looks. */
    @ParameterizedTest
    @MethodSource("roles")
    void leadsToNoRefusal(String role) {
        for (String path : List.of("/policies", "/desk", "/custody/any/corrections")) {
            assertThat(pages.menu(path, role))
                    .as(path)
                    .satisfies(menu -> assertThat(menu.contains("/policies"))
                            .isEqualTo(Feature.OBLIGATIONS.readers().contains(role)))
                    .satisfies(menu -> assertThat(menu.contains("/desk"))
                            .isEqualTo(PAGES.getFirst().isFor(role)));
        }
    }

    @Test
    void knowsEveryPage() {
        List<String> patterns = mappings.getHandlerMethods().entrySet().stream()
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

        assertThat(RolePage.areAll(PAGES, patterns)).as("%s", patterns).isTrue();
    }

    /** What a page asks for by itself is for whoever may open it. */
    @Nested
    @RequiresBrowser
    class InABrowser {

        @ParameterizedTest
        @MethodSource("io.dovira.command.pages.RolesIT#roles")
        void asksForNothingThatIsRefused(String role) {
            pages.assertQuiet(
                    PAGES.stream()
                            .filter(page -> page.isFor(role) && ASKING.contains(page.path()))
                            .toList(),
                    role);
        }
    }
}
