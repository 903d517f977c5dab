package io.dovira.command.obligations;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class LeftOutTest {
    private final LeftOut leftOut = new LeftOut();

    @Test
    void isToldOfOnceHoweverOftenItsStreamIsRead() {
        assertThat(leftOut.isNew(17)).isTrue();
        assertThat(leftOut.isNew(17)).isFalse();
        assertThat(leftOut.isNew(18)).isTrue();
    }

    @Test
    void doesNotKeepMoreThanItMay() {
        LongStream.range(0, 10_000).forEach(leftOut::isNew);

        assertThat(leftOut.isNew(10_000)).isTrue();
        assertThat(leftOut.isNew(3)).as("told of again").isTrue();
    }
}
