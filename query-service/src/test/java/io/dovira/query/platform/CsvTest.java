package io.dovira.query.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CsvTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {"plain|plain", "a,b|\"a,b\"", "say \"no\"|\"say \"\"no\"\"\"", "=1+1|'=1+1", "-5|'-5", "@x|'@x"})
    void writesTextThatASpreadsheetReadsAsText(String text, String cell) {
        assertThat(Csv.cell(text)).isEqualTo(cell);
    }

    @Test
    void leavesNumbersAlone() {
        assertThat(Csv.row(Arrays.asList(-5.0, null, true, "=1"))).isEqualTo("-5.0,,true,'=1\r\n");
    }
}
