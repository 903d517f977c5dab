package io.dovira.command.imports.rows;

import static org.assertj.core.api.Assertions.assertThat;

import io.dovira.events.CaseId;
import io.dovira.events.OfficeId;
import io.dovira.events.QueueId;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.NotEmpty;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SlugTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "05 QUEENS | 05-QUEENS",
                "Noise - Street/Sidewalk | Noise-Street-Sidewalk",
                "UD_Bemowo | UD_Bemowo",
                "(HEAT/HOT WATER) | HEAT-HOT-WATER",
                "Świadczenia rodzinne | Swiadczenia-rodzinne",
                "Łódź | Lodz",
                "Паспортний стіл, Київ | Pasportnyi-stil-Kyiv",
                "Щастя | Shchastia"
            })
    void writesReadableIds(String written, String id) {
        assertThat(Slug.readable(written)).isEqualTo(id);
    }

    @ParameterizedTest
    @CsvSource({"A-12, A-12", "A/1, A~2F1", "A~2F1, A~7E2F1", "Ж, 0~~~D0~96", "-1, 0~~-1"})
    void writesExactIds(String written, String id) {
        assertThat(Slug.exact(written)).isEqualTo(id);
    }

    @Property
    void makesIdsOfAnything(@ForAll @NotEmpty String written) {
        assertThat(new OfficeId("s." + Slug.readable(written)).value()).startsWith("s.");
        assertThat(new OfficeId(Slug.readable(written)).value()).isNotEmpty();
        assertThat(new CaseId("s." + Slug.exact(written)).value()).startsWith("s.");
        assertThat(new QueueId(Slug.exact(written)).value()).isNotEmpty();
    }

    @Property
    void neverMakesTwoThingsOne(
            @ForAll @Chars({'A', '~', '2', 'F', '0', '/', '-', 'ж'}) @StringLength(min = 1, max = 4) String one,
            @ForAll @Chars({'A', '~', '2', 'F', '0', '/', '-', 'ж'}) @StringLength(min = 1, max = 4) String other) {
        assertThat(Slug.exact(one).equals(Slug.exact(other))).isEqualTo(one.equals(other));
    }
}
