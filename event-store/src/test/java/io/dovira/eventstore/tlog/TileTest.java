package io.dovira.eventstore.tlog;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TileTest {

    @ParameterizedTest
    @CsvSource({
        "0/000, 0, 0, 256",
        "0/x001/x234/067, 0, 1234067, 256",
        "1/x001/000, 1, 1000, 256",
        "2/000.p/1, 2, 0, 1",
        "0/273.p/112, 0, 273, 112",
        "63/999.p/255, 63, 999, 255"
    })
    void isNamedAsTheSpecificationSays(String path, int level, long index, int width) {
        assertThat(Tile.ofPath(path)).contains(new Tile(level, index, width));
        assertThat(new Tile(level, index, width).path()).isEqualTo(path);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "0",
                "0/",
                "0/0",
                "0/00",
                "0/0000",
                "00/000",
                "64/000",
                "-1/000",
                "0/x000/001",
                "0/001/002",
                "0/x001/x002",
                "0/000.p/0",
                "0/000.p/01",
                "0/000.p/256",
                "0/000.p/300",
                "0/000.p/",
                "0/000/",
                "entries/000",
                "0/000.p/1/2",
                "0/x999/x999/x999/x999/x999/x999/999",
                "0/..",
                "0/٠٠٠"
            })
    void hasNoOtherName(String path) {
        assertThat(Tile.ofPath(path)).isEmpty();
    }

    @Test
    void isInATreeThatHasAllItsHashes() {
        assertThat(new Tile(0, 0, 5).isIn(5)).isTrue();
        assertThat(new Tile(0, 0, 5).isIn(900)).isTrue();
        assertThat(new Tile(0, 0, 6).isIn(5)).isFalse();
        assertThat(new Tile(0, 0, 256).isIn(255)).isFalse();
        assertThat(new Tile(1, 0, 1).isIn(255)).isFalse();
        assertThat(new Tile(1, 0, 1).isIn(256)).isTrue();
        assertThat(new Tile(9, 0, 1).isIn(Long.MAX_VALUE)).isFalse();
        assertThat(new Tile(0, Long.MAX_VALUE, 1).isIn(Long.MAX_VALUE)).isFalse();
    }
}
