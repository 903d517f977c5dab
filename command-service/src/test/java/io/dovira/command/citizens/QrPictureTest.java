package io.dovira.command.citizens;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.ReaderException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.decoder.Decoder;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class QrPictureTest {
    private static final String ADDRESS = "https://dovira.example.org/ticket/7K2QF0M9XATB4ZC8WD1N5EHR6";
    private static final int MARGIN = 4;

    @Test
    void isReadByAReaderOfAnotherMaker() throws ReaderException {
        assertThat(new Decoder().decode(modules(QrPicture.of(ADDRESS))).getText())
                .isEqualTo(ADDRESS);
    }

    @Test
    void isReadWhenAFoldGoesThroughIt() throws ReaderException {
        BitMatrix worn = modules(QrPicture.of(ADDRESS));
        // A line at two thirds, where nothing but data lies.
        int row = worn.getHeight() * 2 / 3;
        for (int x = 12; x < worn.getWidth() - 10; x++) {
            worn.unset(x, row);
        }

        assertThat(new Decoder().decode(worn).getText()).isEqualTo(ADDRESS);
    }

    @Test
    void hasAMarginAndNothingThatAPolicyForbids() {
        String svg = QrPicture.of(ADDRESS);

        assertThat(svg)
                .startsWith("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 41 41\"")
                .doesNotContain("style", "script", "href");
    }

    /** The modules as they are drawn, read from the path alone. */
    private static BitMatrix modules(String svg) {
        int side = number(
                Pattern.compile("viewBox=\"0 0 (\\d+)")
                        .matcher(svg)
                        .results()
                        .findFirst()
                        .orElseThrow(),
                1);
        BitMatrix modules = new BitMatrix(side - 2 * MARGIN);
        Pattern.compile("M(\\d+) (\\d+)h(\\d+)v1h-\\d+z").matcher(svg).results().forEach(run -> {
            modules.setRegion(number(run, 1) - MARGIN, number(run, 2) - MARGIN, number(run, 3), 1);
        });
        return modules;
    }

    private static int number(MatchResult found, int group) {
        return Integer.parseInt(found.group(group));
    }
}
