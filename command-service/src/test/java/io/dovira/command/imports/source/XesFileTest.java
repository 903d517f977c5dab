package io.dovira.command.imports.source;

import static io.dovira.command.imports.source.Reading.XES;
import static io.dovira.command.imports.source.Reading.items;
import static io.dovira.command.imports.source.Reading.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import io.dovira.command.imports.source.FileRefused.Code;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class XesFileTest {

    private static final String LOG = """
            <?xml version="1.0" encoding="UTF-8"?>
            <!-- made up -->
            <log xes.version="1.0" xmlns="http://www.xes-standard.org/">
              <extension name="Concept" prefix="concept" uri="http://www.xes-standard.org/concept.xesext"/>
              <global scope="trace"><string key="concept:name" value="UNKNOWN"/></global>
              <float key="meta:average" value="4.1"><float key="inner" value="1"/></float>
              <trace>
                <string key="concept:name" value="c1"><string key="nested" value="no"/></string>
                <event>
                  <string key="concept:name" value="open"><string key="concept:name" value="inner"/></string>
                  <date key="time:timestamp" value="2024-01-01T10:00:00.000+02:00"/>
                  <list key="l"><values><string key="x" value="no"/></values></list>
                </event>
                <string key="channel" value="Post"/>
              </trace>
              <trace><string key="concept:name" value="c2"/></trace>
            </log>
            """;

    @Test
    void readsTracesWithTheirEventsAndLines() throws Exception {
        List<Item> items = items(LOG, XES);
        assertThat(items).hasSize(2);
        Item.Entry first = (Item.Entry) items.getFirst();
        assertThat(first.head().line()).isEqualTo(7);
        assertThat(first.head().get("case:concept:name")).isEqualTo("c1");
        assertThat(first.head().get("case:channel")).isEqualTo("Post");
        Row event = first.steps().getFirst();
        assertThat(event.line()).isEqualTo(9);
        assertThat(event.get("concept:name")).isEqualTo("open");
        assertThat(event.get("case:concept:name")).isEqualTo("c1");
        assertThat(event.get("case:channel")).isEqualTo("Post");
        assertThat(event.get("nested") + event.get("x") + event.get("l")).isEmpty();
        assertThat(((Item.Entry) items.getLast()).steps()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!DOCTYPE log SYSTEM \"http://127.0.0.1:1/log.dtd\"><log/>",
                "<!DOCTYPE log [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><log>&x;</log>",
                "<!DOCTYPE log [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;\">]><log><string key=\"k\" value=\"&b;\"/></log>",
                "<!DOCTYPE log [<!ENTITY % p SYSTEM \"file:///etc/passwd\"> %p;]><log/>"
            })
    void refusesDocumentTypesAndEntities(String text) {
        assertThat(refusal(text, XES).code()).isEqualTo(Code.FORBIDDEN_XML);
    }

    @Test
    void refusesALogThatIsCutOff() {
        FileRefused refusal = refusal(LOG.substring(0, LOG.indexOf("</event>")), XES);
        assertThat(refusal.code()).isEqualTo(Code.BROKEN_XML);
        assertThat(refusal.line()).isEqualTo(13);
    }

    @ParameterizedTest
    @ValueSource(strings = {"<traces/>", "id,office\n1,2\n", "<log><trace></log>", "<log>&unknown;</log>"})
    void refusesWhatIsNoLog(String text) {
        assertThat(refusal(text, XES).code()).isEqualTo(Code.BROKEN_XML);
    }

    /** A small file must not become a large one in memory: what a trace says is kept once, however many events it has. */
    @Test
    void keepsWhatATraceSaysOnce() throws Exception {
        StringBuilder trace = new StringBuilder("<log><trace>");
        for (int i = 0; i < 10_000; i++) {
            trace.append("<int key=\"k")
                    .append(i)
                    .append("\" value=\"")
                    .append(i)
                    .append("\"/>");
        }
        trace.append("<event/>".repeat(100_000)).append("</trace></log>");

        Item.Entry entry = (Item.Entry) items(trace.toString(), XES).getFirst();

        assertThat(entry.steps()).hasSize(100_000);
        assertThat(entry.steps().getLast().get("case:k9999")).isEqualTo("9999");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<log><trace><string key=\"k\" value=\"#\"/></trace></log>",
                "<log><!--#--><trace/></log>",
                "<log><string key=\"#\"/></log>"
            })
    void refusesATagThatIsTooLong(String text) {
        FileRefused refusal = refusal(text.replace("#", "x".repeat(3_000_000)), XES);

        assertThat(refusal.code()).isEqualTo(Code.TOO_LARGE);
        assertThat(refusal.line()).isEqualTo(1);
    }

    @Test
    void refusesATraceThatDoesNotFitIntoMemory() {
        String event = "<event><string key=\"k\" value=\"" + "x".repeat(900_000) + "\"/></event>";

        assertThat(refusal("<log><trace>" + event.repeat(50) + "</trace></log>", XES)
                        .code())
                .isEqualTo(Code.TOO_LARGE);
    }

    @Test
    void tellsOfABrokenArchiveRatherThanOfBrokenXml() {
        byte[] packed = Reading.gzip(LOG.repeat(50));
        byte[] cut = java.util.Arrays.copyOf(packed, packed.length - 9);
        assertThat(refusal(cut, "log.xes.gz", XES, Limits.DEFAULTS)).isNotNull();
        byte[] whole = Reading.gzip(LOG);
        FileRefused refusal =
                refusal(java.util.Arrays.copyOf(whole, whole.length / 2), "log.xes.gz", XES, Limits.DEFAULTS);
        assertThat(refusal.code()).isEqualTo(Code.CUT_OFF);
    }
}
