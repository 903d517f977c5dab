package io.dovira.command.imports;

import static org.assertj.core.api.Assertions.assertThat;

import io.dovira.command.TestDatabase;
import io.dovira.command.identity.TestIssuer;
import io.dovira.eventstore.log.EventLog;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.core.io.FileSystemResource;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;

/** The public data sets, whole, over HTTP into a real log; those that are not large twice. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@Import({TestDatabase.class, TestIssuer.class})
class SharedDataImportIT {

    @TempDir
    static Path data;

    @DynamicPropertySource
    static void data(DynamicPropertyRegistry registry) {
        registry.add("dovira.data", data::toString);
    }

    @LocalServerPort
    private int port;

    @Autowired
    private EventLog log;

    private ImportClient client;

    @BeforeEach
    void connect() {
        client = new ImportClient(port);
    }

    private JsonNode once(String file, String mapping) {
        JsonNode first = client.run(new FileSystemResource(SharedData.file(file)), mapping);
        System.out.printf(
                "%s: %d records, %d facts, %.0f records/s%n",
                mapping,
                first.path("read").asInt(),
                first.path("facts").asInt(),
                first.path("rowsPerSecond").asDouble());
        assertThat(first.path("state").asString())
                .as(first.path("error").toString())
                .isEqualTo("COMPLETED");
        assertThat(first.path("read").asLong())
                .isEqualTo(first.path("recorded").asLong()
                        + first.path("skipped").asLong()
                        + first.path("rejected").asLong());
        assertThat(first.path("sha256").asString())
                .isEqualTo(truth(file).path("file").path("sha256_gz").asString());
        assertThat(first.path("position").asLong()).isEqualTo(log.head() - 1);
        return first;
    }

    /** Imports the file, then again, and answers the first status: the second must have found everything recorded. */
    private JsonNode twice(String file, String mapping) {
        JsonNode first = once(file, mapping);
        long head = log.head();
        JsonNode second = client.run(new FileSystemResource(SharedData.file(file)), mapping);
        System.out.printf(
                "%s again: %.0f records/s%n",
                mapping, second.path("rowsPerSecond").asDouble());
        assertThat(second.path("facts").asLong()).isZero();
        assertThat(second.path("alreadyRecorded").asLong())
                .isEqualTo(first.path("recorded").asLong());
        assertThat(second.path("problems").toString())
                .isEqualTo(first.path("problems").toString());
        assertThat(log.head()).isEqualTo(head + 2);
        return first;
    }

    private static JsonNode truth(String file) {
        return SharedData.truth(file.substring(0, file.indexOf('.')) + ".truth.json");
    }

    private static long sum(JsonNode reasons, String part) {
        long sum = 0;
        for (JsonNode reason : reasons) {
            sum += reason.path("reason").asString().contains(part)
                    ? reason.path("count").asLong()
                    : 0;
        }
        return sum;
    }

    @Test
    void importsTheServiceRequestsOfNewYork() {
        String file = "nyc311_20181021.csv.gz";
        JsonNode truth = truth(file);
        JsonNode status = twice(file, "nyc311");
        long closed = truth.path("rows").asLong()
                - truth.path("skipped").path("no_closed_date").asLong();
        assertThat(status.path("recorded").asLong())
                .isEqualTo(truth.path("rows").asLong());
        assertThat(status.path("rejected").asLong()).isZero();
        assertThat(status.path("cases").asLong())
                .isEqualTo(truth.path("distinct_unique_key").asLong());
        assertThat(status.path("offices").asLong()).isEqualTo(512);
        // 1,546 services are offered by the 512 offices.
        assertThat(status.path("facts").asLong())
                .isEqualTo(512 + 1546 + truth.path("rows").asLong() + closed);
        assertThat(sum(status.path("warnings"), "but there is a Closed Date")).isEqualTo(79 + 27 + 11);
        assertThat(sum(status.path("warnings"), "but there is no Closed Date")).isEqualTo(2);
    }

    @Test
    void importsTheReceiptPhase() {
        String file = "receipt_phase.xes.gz";
        JsonNode truth = truth(file);
        JsonNode status = twice(file, "receipt-phase");
        assertThat(status.path("recorded").asLong())
                .isEqualTo(truth.path("events").asLong());
        assertThat(status.path("cases").asLong()).isEqualTo(truth.path("cases").asLong());
        assertThat(status.path("offices").asLong())
                .isEqualTo(truth.path("cases_by_department").size());
        assertThat(status.path("facts").asLong())
                .isEqualTo(3
                        + 3
                        + truth.path("cases").asLong()
                        + truth.path("events").asLong()
                        + truth.path("activities")
                                .path("T05 Print and send confirmation of receipt")
                                .asLong()
                        + truth.path("deadline").path("with_enddate").asLong());
        assertThat(sum(status.path("warnings"), "after the closing"))
                .isEqualTo(
                        truth.path("deadline").path("last_event_after_enddate").asLong());
        assertThat(sum(status.path("warnings"), "before the opening"))
                .isEqualTo(truth.path("deadline")
                        .path("first_event_before_startdate")
                        .asLong());
    }

    @Test
    void importsTheQueuesOfWarsaw() {
        String file = "warsaw_queues_A.csv.gz";
        JsonNode truth = truth(file);
        JsonNode status = once(file, "warsaw-queues");
        assertThat(status.path("recorded").asLong())
                .isEqualTo(truth.path("rows_used").asLong());
        assertThat(status.path("offices").asLong())
                .isEqualTo(truth.path("offices").size());
        assertThat(status.path("facts").asLong())
                .isEqualTo(truth.path("rows_used").asLong() + 21);
        Map<String, Long> weekYear = new HashMap<>();
        Map<String, Long> slow = new HashMap<>();
        for (JsonNode clock : status.path("clocks")) {
            assertThat(clock.path("repaired").asString()).isNotBlank();
            (clock.path("fault").asString().equals("WEEK_YEAR") ? weekYear : slow)
                    .put(clock.path("office").asString(), clock.path("rows").asLong());
        }
        assertThat(weekYear).isEqualTo(counts(truth.path("year_bug_rows_by_office")));
        assertThat(slow).isEqualTo(counts(truth.path("slow_clock_rows_by_office")));
        assertThat(status.path("problems").size()).isEqualTo(weekYear.size() + slow.size());
        assertThat(status.path("problems").toString())
                .contains("clock of UD_Srodmiescie_2 is 2881 days behind")
                .contains("writes the year of the week in place of the calendar year");
    }

    private static Map<String, Long> counts(JsonNode node) {
        Map<String, Long> counts = new HashMap<>();
        node.properties()
                .forEach(each -> counts.put(each.getKey(), each.getValue().asLong()));
        return counts;
    }
}
