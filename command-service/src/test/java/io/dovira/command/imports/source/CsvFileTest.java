package io.dovira.command.imports.source;

import static io.dovira.command.imports.source.Reading.CSV;
import static io.dovira.command.imports.source.Reading.gzip;
import static io.dovira.command.imports.source.Reading.items;
import static io.dovira.command.imports.source.Reading.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import io.dovira.command.imports.source.FileRefused.Code;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class CsvFileTest {

    private static final String HEADER = "id,office,opened\n";
    private static final String ROW = "1,A,2024-01-01\n";

    private static List<String> ids(List<Item> items) {
        return items.stream()
                .map(item -> switch (item) {
                    case Item.Entry entry ->
                        entry.head().line() + ":" + entry.head().get("id");
                    case Item.Broken broken -> broken.line() + "!" + broken.reason();
                })
                .toList();
    }

    @Nested
    class Reads {

        @Test
        void rowsWithTheirLines() throws Exception {
            assertThat(ids(items(HEADER + ROW + "\"2\nb\",A,2024-01-01\n3,A,x\n", CSV)))
                    .containsExactly("2:1", "3:2\nb", "5:3");
        }

        @Test
        void everyLineEndAndPassesBlankLinesOver() throws Exception {
            assertThat(ids(items(HEADER.replace("\n", "\r\n") + "1,A,x\r\n\r\n2,A,x\r\n", CSV)))
                    .containsExactly("2:1", "4:2");
            assertThat(ids(items("id,office,opened\r1,A,x\r2,A,x", CSV))).containsExactly("2:1", "3:2");
        }

        @Test
        void pastAByteOrderMark() throws Exception {
            assertThat(ids(items("\uFEFF" + HEADER + ROW, CSV))).containsExactly("2:1");
        }

        @Test
        void gzipWhateverItsName() throws Exception {
            assertThat(ids(items(gzip(HEADER + ROW), "file.csv", CSV, Limits.DEFAULTS)))
                    .containsExactly("2:1");
        }

        @Test
        void gzipOfSeveralMembers() throws Exception {
            byte[] first = gzip(HEADER);
            byte[] second = gzip(ROW);
            byte[] both = Arrays.copyOf(first, first.length + second.length);
            System.arraycopy(second, 0, both, first.length, second.length);
            assertThat(ids(items(both, "file.csv.gz", CSV, Limits.DEFAULTS))).containsExactly("2:1");
        }

        @Test
        void anotherCharsetAndDelimiterThatTheMappingNames() throws Exception {
            String yaml = CSV + "csv: {charset: windows-1251, delimiter: ';', quote: \"'\"}\n";
            byte[] text = "id;office;opened\n'Ї;1';A;x\n".getBytes(Charset.forName("windows-1251"));
            assertThat(ids(items(text, "f.csv", yaml, Limits.DEFAULTS))).containsExactly("2:Ї;1");
        }

        @Test
        void aQuoteInTheMiddleOfAField() throws Exception {
            assertThat(ids(items(HEADER + "1\"2,A,x\n", CSV))).containsExactly("2:1\"2");
        }

        @Test
        void nothingBelowAHeader() throws Exception {
            assertThat(items(HEADER, CSV)).isEmpty();
        }

        @Test
        void rowsOfAnotherWidthAsBroken() throws Exception {
            assertThat(ids(items(HEADER + "1,A\n2,A,x,y\n3,A,x\n", CSV)))
                    .containsExactly(
                            "2!the row has 2 fields, the header has 3",
                            "3!the row has 4 fields, the header has 3",
                            "4:3");
        }

        @Test
        void textSplitInTheMiddleOfACharacter() throws Exception {
            // Longer than the buffers, so that a two-byte character lies across the end of one of them.
            String id = "x" + "ї".repeat(70_000);
            assertThat(ids(items(HEADER + id + ",A,x\n", CSV))).containsExactly("2:" + id);
        }
    }

    @Nested
    class Refuses {

        private void refused(FileRefused refusal, Code code, long line) {
            assertThat(refusal).isNotNull();
            assertThat(refusal.code()).isEqualTo(code);
            assertThat(refusal.line()).isEqualTo(line);
        }

        @Test
        void whatIsOnlyNamedGzip() {
            refused(
                    refusal((HEADER + ROW).getBytes(StandardCharsets.UTF_8), "a.csv.gz", CSV, Limits.DEFAULTS),
                    Code.NOT_GZIP,
                    0);
        }

        @Test
        void gzipThatIsCutOffAnywhere() {
            byte[] whole = gzip(HEADER + ROW.repeat(1000));
            for (int length : new int[] {3, 12, whole.length / 2, whole.length - 1}) {
                byte[] cut = Arrays.copyOf(whole, length);
                assertThat(refusal(cut, "a.csv.gz", CSV, Limits.DEFAULTS))
                        .as("%d bytes", length)
                        .isNotNull();
            }
            refused(refusal(Arrays.copyOf(whole, whole.length - 1), "a.csv.gz", CSV, Limits.DEFAULTS), Code.CUT_OFF, 0);
        }

        @Test
        void gzipWhoseContentWasChanged() {
            byte[] packed = gzip(HEADER + ROW.repeat(1000));
            packed[packed.length - 6] ^= 1;
            refused(refusal(packed, "a.csv.gz", CSV, Limits.DEFAULTS), Code.CUT_OFF, 0);
        }

        @Test
        void anEmptyFile() {
            refused(refusal("", CSV), Code.EMPTY, 0);
            refused(refusal(gzip(""), "a.csv.gz", CSV, Limits.DEFAULTS), Code.EMPTY, 0);
        }

        @Test
        void binaryContentWithItsLine() {
            refused(refusal(HEADER + ROW + "2,A\0,x\n", CSV), Code.BINARY, 3);
            refused(refusal(new byte[] {'P', 'K', 3, 4, 0, 0}, "a.zip", CSV, Limits.DEFAULTS), Code.BINARY, 0);
        }

        @Test
        void textInAnotherEncodingWithItsLine() {
            byte[] latin = (HEADER + ROW + ROW + "2,Sé,x\n").getBytes(StandardCharsets.ISO_8859_1);
            refused(refusal(latin, "a.csv", CSV, Limits.DEFAULTS), Code.WRONG_ENCODING, 4);
        }

        @Test
        void textThatEndsInTheMiddleOfACharacter() {
            byte[] text = (HEADER + "1,Ж").getBytes(StandardCharsets.UTF_8);
            refused(
                    refusal(Arrays.copyOf(text, text.length - 1), "a.csv", CSV, Limits.DEFAULTS),
                    Code.WRONG_ENCODING,
                    2);
        }

        @Test
        void aFileWithoutTheMappedColumnsAndListsThem() {
            FileRefused refusal = refusal("id,place\n1,A\n", CSV);
            refused(refusal, Code.MISSING_COLUMNS, 1);
            assertThat(refusal).hasMessageContaining("[office, opened]").hasMessageContaining("[id, place]");
        }

        @Test
        void aFileWithAMappedColumnTwice() {
            refused(refusal("id,office,opened,id\n1,A,x,2\n", CSV), Code.MISSING_COLUMNS, 1);
        }

        @Test
        void aQuoteThatIsNeverClosedAndSaysWhereItOpens() {
            refused(refusal(HEADER + ROW + "2,\"A,x\n3,A,x\n", CSV), Code.BROKEN_CSV, 3);
        }

        @Test
        void textBehindAClosingQuote() {
            FileRefused refusal = refusal(HEADER + ROW + "2,\"A\"b,x\n", CSV);
            assertThat(refusal.code()).isEqualTo(Code.BROKEN_CSV);
            assertThat(refusal).hasMessageContaining("line 3");
        }

        @Test
        void aFieldWithoutEnd() {
            assertThat(refusal(HEADER + "1,\"" + "A\n".repeat(1 << 20) + "\",x\n", CSV)
                            .code())
                    .isEqualTo(Code.BROKEN_CSV);
        }

        @Test
        void moreThanTheLimit() {
            byte[] text = (HEADER + ROW.repeat(1000)).getBytes(StandardCharsets.UTF_8);
            refused(refusal(text, "a.csv", CSV, new Limits(10_000, 250)), Code.TOO_LARGE, 0);
        }

        @Test
        void aDecompressionBomb() {
            byte[] bomb = gzip((HEADER + "1,A," + " ".repeat(200) + "\n" + ROW)
                    .repeat(600_000)
                    .getBytes(StandardCharsets.UTF_8));
            FileRefused refusal = refusal(bomb, "a.csv.gz", CSV, new Limits(1L << 40, 50));
            refused(refusal, Code.TOO_LARGE, 0);
            assertThat(refusal).hasMessageContaining("bomb");
        }
    }
}
