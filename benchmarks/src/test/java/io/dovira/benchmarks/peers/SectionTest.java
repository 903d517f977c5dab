package io.dovira.benchmarks.peers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class SectionTest {

    @Test
    void only_what_stands_between_the_markers_is_replaced() {
        String page = "before\n<!-- peers:begin -->\nold\nold too\n<!-- peers:end -->\nafter\n";

        assertThat(Section.replaced(page, "new"))
                .isEqualTo("before\n<!-- peers:begin -->\nnew\n<!-- peers:end -->\nafter\n");
    }

    @Test
    void a_page_without_markers_is_refused() {
        assertThatThrownBy(() -> Section.replaced("<!-- peers:end --> <!-- peers:begin -->", "new"))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
