package io.dovira.pages;

import static org.assertj.core.api.Assertions.assertThat;

import io.dovira.pages.Site.Service;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.web.MockHttpServletRequest;

class SectionTest {
    private static final URI COMMAND = URI.create("https://do.example.org");
    private static final URI QUERY = URI.create("https://see.example.org");

    private final Section desk = new Section(Service.COMMAND, "/desk", "nav.desk", List.of("clerk"));
    private final Section board = new Section(Service.QUERY, "/", "nav.board", List.of());
    private final Site doing = new Site(Service.COMMAND, COMMAND, QUERY);
    private final Site showing = new Site(Service.QUERY, COMMAND, QUERY);

    @Test
    void leadsToTheOtherServiceByItsPublicAddress() {
        assertThat(desk.link(showing, "/").address()).isEqualTo("https://do.example.org/desk");
        assertThat(desk.link(doing, "/").address()).isEqualTo("/desk");
        assertThat(board.link(doing, "/desk").address()).isEqualTo("https://see.example.org/");
    }

    @ParameterizedTest
    @CsvSource({"/desk, page", "/desk/more, true", "/desks, none", "/, none"})
    void saysWhereOneIs(String requested, String current) {
        assertThat(String.valueOf(desk.link(doing, requested).current()).replace("null", "none"))
                .isEqualTo(current);
    }

    /** Both services may have a page at a path: somebody is in one of them only. */
    @Test
    void isNotWhereOneIsOnTheOtherService() {
        assertThat(desk.link(showing, "/desk").current()).isNull();
        assertThat(board.link(doing, "/").current()).isNull();
        assertThat(board.link(showing, "/offices/lviv-03").current()).isEqualTo("true");
    }

    @Test
    void isShownToWhoMayOpenItOnly() {
        MockHttpServletRequest clerk = new MockHttpServletRequest();
        clerk.addUserRole("clerk");

        assertThat(Section.shownTo(clerk)).extracting(Section::path).contains("/", "/desk", "/appeals");
        assertThat(Section.shownTo(new MockHttpServletRequest()))
                .extracting(Section::path)
                .contains("/")
                .doesNotContain("/desk", "/operations");
    }
}
