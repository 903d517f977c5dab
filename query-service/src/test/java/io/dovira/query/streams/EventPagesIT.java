package io.dovira.query.streams;

import static io.dovira.query.streams.SampleEvents.event;
import static org.assertj.core.api.Assertions.assertThat;

import io.dovira.access.EventScope;
import io.dovira.access.OfficeScope;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EventPagesIT {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final String EVENTS = "/api/v1/events";

    private final StreamsService service = new StreamsService();

    /** Positions 1 to 63: twenty appends of three events, then three of one. */
    @BeforeAll
    void record() {
        for (int i = 0; i < 20; i++) {
            service.log()
                    .append(List.of(
                            event("visit.visitor-arrived"),
                            event("visit.ticket-issued"),
                            event("desk.desk-opened", 1, "kyiv-01")));
        }
        service.log().append(List.of(event("visit.visitor-teleported", 3, "lviv-03")));
        service.log().append(List.of(event("visit.visitor-called")));
        service.log().append(List.of(event("visit.visitor-called")));
    }

    @AfterAll
    void stop() {
        service.close();
    }

    @Test
    void showsTheWholeLogPageByPage() throws Exception {
        List<Long> seen = new ArrayList<>();
        String next = EVENTS + "?limit=7";
        HttpResponse<String> page;
        do {
            page = get(next);
            batch(page)
                    .forEach(
                            event -> seen.add(Long.valueOf(event.get("sequence").asString())));
            String link = page.headers().firstValue("Link").orElseThrow();
            next = link.substring(1, link.indexOf('>'));
        } while (!position(page).equals(head(page)));

        assertThat(seen).isEqualTo(LongStream.rangeClosed(1, 63).boxed().toList());
        assertThat(batch(get(next))).isEmpty();
    }

    @Test
    void goesOnInsideAnAppend() throws Exception {
        assertThat(sequences(get(EVENTS + "?after=4&limit=3"))).containsExactly(5L, 6L, 7L);
    }

    @Test
    void writesCloudEvents() throws Exception {
        HttpResponse<String> page = get(EVENTS + "?after=60&limit=1");
        JsonNode event = batch(page).get(0);

        assertThat(page.headers().firstValue("Content-Type")).hasValue("application/cloudevents-batch+json");
        assertThat(event.get("specversion").asString()).isEqualTo("1.0");
        assertThat(event.get("type").asString()).isEqualTo("io.dovira.visit.visitor-teleported.v3");
        assertThat(event.get("sequence").asString()).isEqualTo("0000000000000000061");
        assertThat(event.get("time").asString()).isEqualTo("2026-03-02T07:00:00Z");
        assertThat(event.get("office").asString()).isEqualTo("lviv-03");
        assertThat(event.get("data").get("leg").asInt()).isEqualTo(1);
        assertThat(event.propertyNames()).allMatch(name -> name.matches("[a-z0-9]+"));
    }

    @Test
    void selectsByTypeFeatureRevisionAndOffice() throws Exception {
        assertThat(sequences(get(EVENTS + "?type=visit.visitor-called"))).containsExactly(62L, 63L);
        assertThat(sequences(get(EVENTS + "?after=58&type=visit.*"))).containsExactly(59L, 61L, 62L, 63L);
        assertThat(sequences(get(EVENTS + "?after=50&office=kyiv-01"))).containsExactly(51L, 54L, 57L, 60L);
        assertThat(sequences(get(EVENTS + "?type=io.dovira.visit.visitor-called.v1,desk.*&after=57")))
                .containsExactly(60L, 62L, 63L);
        assertThat(sequences(get(EVENTS + "?type=io.dovira.visit.visitor-called.v2")))
                .isEmpty();
    }

    @Test
    void showsAReaderOfOneOfficeNothingOfTheOthers() throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(service.uri(EVENTS + "?after=50"));
        HttpResponse<String> page =
                HTTP.send(request.header("X-Offices", "kyiv-01").build(), HttpResponse.BodyHandlers.ofString());

        assertThat(sequences(page)).containsExactly(51L, 54L, 57L, 60L);
        assertThat(position(page)).isEqualTo("63");
    }

    /** What is left out moves the position on all the same: a reader with a narrow account is up to date like any other. */
    @Test
    void showsAReaderOfSomeEventsNothingOfTheOthers() throws Exception {
        HttpResponse<String> page = getAs("desk.*,visit.visitor-called", EVENTS + "?after=50");
        assertThat(sequences(page)).containsExactly(51L, 54L, 57L, 60L, 62L, 63L);
        assertThat(position(page)).isEqualTo("63");
        assertThat(sequences(getAs("visit.visitor-called", EVENTS + "?type=visit.*")))
                .containsExactly(62L, 63L);

        HttpResponse<String> nothing = getAs("policy.*", EVENTS + "?limit=5");
        assertThat(sequences(nothing)).isEmpty();
        assertThat(position(nothing)).isEqualTo("63");

        for (String type : List.of("visit.*", "visit.visitor-called", "io.dovira.custody.person-released.v1")) {
            HttpResponse<String> refused = getAs("desk.*", EVENTS + "?type=" + type);
            assertThat(refused.statusCode()).as(type).isEqualTo(403);
            assertThat(refused.body()).contains("event-outside-scope");
        }
    }

    private HttpResponse<String> getAs(String events, String path) throws IOException, InterruptedException {
        return HTTP.send(
                HttpRequest.newBuilder(service.uri(path))
                        .header(TestCaller.EVENTS, events)
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    /** A database that looks for one office without an index would read the whole log for one page. */
    @ParameterizedTest
    @CsvSource({"nowhere-01, 0", "kyiv-01, 3"})
    void boundsTheWorkOfAPageOfOneOffice(String office, int found) {
        EventPages pages = new EventPages(service.log(), new CloudEvents("urn:test"), 10);

        EventPage page =
                pages.read(0, 100, Selection.of(List.of("desk.*"), office, OfficeScope.all(), EventScope.all()));

        assertThat(page.position()).isEqualTo(10);
        assertThat(page.count()).isEqualTo(found);
    }

    @Test
    void tellsHowFarItLookedWhenNothingMatched() throws Exception {
        HttpResponse<String> page = get(EVENTS + "?type=import.import-started");

        assertThat(batch(page)).isEmpty();
        assertThat(position(page)).isEqualTo("63");
        assertThat(head(page)).isEqualTo("63");
    }

    @Test
    void answersNothingBeyondTheHeadAndTellsTheHead() throws Exception {
        HttpResponse<String> page = get(EVENTS + "?after=1000");

        assertThat(batch(page)).isEmpty();
        assertThat(position(page)).isEqualTo("1000");
        assertThat(head(page)).isEqualTo("63");
        assertThat(position(get(EVENTS + "?after=head"))).isEqualTo("63");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "after=yesterday",
                "after=-1",
                "after=1e3",
                "after=99999999999999999999",
                "after=%D9%A1",
                "limit=0",
                "limit=1001",
                "limit=many",
                "office=a/b",
                "type=visit",
                "type=*",
                "type=visit.visitor-vanished",
                "type=ghost.*"
            })
    void refusesWhatCannotBe(String query) throws Exception {
        for (String path : List.of(EVENTS, EVENTS + "/stream")) {
            if (path.endsWith("stream") && query.startsWith("limit")) {
                continue;
            }
            HttpResponse<String> refusal = get(path + "?" + query);

            assertThat(refusal.statusCode()).isEqualTo(400);
            assertThat(refusal.headers().firstValue("Content-Type")).hasValue("application/problem+json");
            assertThat(JSON.readTree(refusal.body()).get("type").asString()).startsWith("urn:dovira:problem:");
        }
    }

    @Test
    void listsTheKnownTypesWhenOneIsUnknown() throws Exception {
        JsonNode problem =
                JSON.readTree(get(EVENTS + "?type=visit.visitor-vanished").body());

        assertThat(problem.get("type").asString()).isEqualTo("urn:dovira:problem:unknown-event-type");
        assertThat(problem.get("known").valueStream().map(JsonNode::asString))
                .contains("visit.visitor-called", "import.import-finished");
    }

    @Test
    void servesTheSchemaOfEveryListedType() throws Exception {
        JsonNode types = JSON.readTree(get(EVENTS + "/types").body()).get("types");

        assertThat(types).hasSizeGreaterThan(30);
        for (JsonNode type : types) {
            JsonNode schema = JSON.readTree(get(type.get("schema").asString()).body());
            assertThat(schema.get("title").asString())
                    .isEqualTo(type.get("fact").asString());
            assertThat(get(EVENTS + "/types/" + type.get("type").asString()).statusCode())
                    .isEqualTo(200);
        }
        assertThat(get(EVENTS + "/types/visit.visitor-vanished").statusCode()).isEqualTo(404);
        assertThat(get(EVENTS + "/types/visit.visitor-called.v9").statusCode()).isEqualTo(404);
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        URI uri = service.uri(path);
        return HTTP.send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString());
    }

    private static List<JsonNode> batch(HttpResponse<String> page) {
        assertThat(page.statusCode()).as(page.body()).isEqualTo(200);
        return JSON.readTree(page.body()).valueStream().toList();
    }

    private static List<Long> sequences(HttpResponse<String> page) {
        return batch(page).stream()
                .map(event -> Long.valueOf(event.get("sequence").asString()))
                .toList();
    }

    private static String position(HttpResponse<String> page) {
        return page.headers().firstValue("Dovira-Position").orElseThrow();
    }

    private static String head(HttpResponse<String> page) {
        return page.headers().firstValue("Dovira-Head").orElseThrow();
    }
}
