package io.dovira.query.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class InTimeTest {
    private static final Entries SOME =
            Entries.NONE.plus(0, 900, 900).plus(0, 901, 900).plus(10, 5, 900).plus(10, 5, Entries.NO_LIMIT);

    @Test
    void countsWhatHasALimit() {
        assertThat(InTime.of(new Figures(SOME, Entries.NONE, Entries.NONE, Entries.NONE), InTime.NEVER))
                .isEqualTo(new InTime(2, 3));
        assertThat(InTime.of(null, 0)).isEqualTo(new InTime(0, 0));
    }

    @Test
    void countsWhatIsOpenOnceItsLimitHasPassed() {
        Entries open = Entries.NONE.plus(1_000, 0, 500).plus(1_000, 0, Entries.NO_LIMIT);
        Figures figures = new Figures(SOME, open, Entries.NONE, Entries.NONE);

        assertThat(InTime.of(figures, 1_500)).as("the last moment in time").isEqualTo(new InTime(2, 3));
        assertThat(InTime.of(figures, 1_501)).isEqualTo(new InTime(2, 4));
        assertThat(InTime.of(figures, InTime.NEVER)).isEqualTo(new InTime(2, 3));
    }

    @Test
    void countsFromWhenItBeganWhichIsNotAlwaysTheArrival() {
        Entries open = Entries.NONE.plus(1_000, 300, 500);
        Figures figures = new Figures(Entries.NONE, open, Entries.NONE, Entries.NONE);

        assertThat(InTime.of(figures, 1_800)).isEqualTo(new InTime(0, 0));
        assertThat(InTime.of(figures, 1_801)).isEqualTo(new InTime(0, 1));
    }

    @Test
    void countsACaseThatWasClosedBeforeItWasOpenedByItsDueMoment() {
        Entries excluded = Entries.NONE.plus(1_000, -300, -200).plus(1_000, -100, -200);

        assertThat(InTime.of(new Figures(Entries.NONE, Entries.NONE, excluded, Entries.NONE), InTime.NEVER))
                .isEqualTo(new InTime(1, 2));
    }
}
