package io.dovira.query.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.dovira.events.CaseId;
import io.dovira.events.OfficeId;
import io.dovira.events.Origin;
import io.dovira.events.ServiceId;
import io.dovira.events.VisitId;
import io.dovira.events.cases.CaseClosed;
import io.dovira.events.cases.CaseOpened;
import io.dovira.events.visits.VisitorAbandoned;
import io.dovira.eventstore.log.EventLog;
import io.dovira.query.pages.RealService;
import io.dovira.query.service.Api;
import io.dovira.query.service.Api.Answer;
import io.dovira.query.story.StoredStory;
import io.dovira.query.story.Story;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;

/**
 * {@code GET /api/v1/metrics} of the whole service. In Lviv 40 visitors arrive a minute apart from 08:00 UTC (10:00 there), the n-th is called
 * after n minutes, the target is 20 minutes; one more waits and one leaves. Three come to York, ten days later. One case has odd names.
 */
@RealService
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestPropertySource(properties = "test.log-of=metrics")
@DirtiesContext
class MetricsApiIT {

    private static final String PATH = "/api/v1/metrics";
    private static final String COMPARE = "/api/v1/compare/";
    private static final String ODD = "=1+1,\"x\"\nnext";

    private final Story story = new Story()
            .office("lviv", "police", "west", "Europe/Kyiv")
            .office("york", "nypd", "bronx", "America/New_York")
            .offers("lviv", "advice", 1_200)
            .offers("lviv", "permit", null)
            .offers("york", "advice", null);

    private final EventLog log;
    private int recorded;
    private long last;

    @LocalServerPort
    private int port;

    @Autowired
    MetricsApiIT(EventLog log) {
        this.log = log;
    }

    @BeforeAll
    void tell() {
        for (int n = 1; n <= 40; n++) {
            Instant arrived = Instant.parse("2026-11-23T08:00:00Z").plusSeconds(60L * (n - 1));
            story.arrives("v" + n, "lviv", n <= 30 ? "advice" : "permit", arrived.toString())
                    .called("v" + n, 1, arrived.plusSeconds(60L * n).toString());
        }
        story.arrives("waits", "lviv", "advice", "2026-11-23T09:00:00Z");
        story.arrives("left", "lviv", "advice", "2026-11-23T09:01:00Z");
        story.happens("2026-11-23T09:30:00Z", new VisitorAbandoned(new VisitId("left"), 1));
        for (int n = 1; n <= 3; n++) {
            story.arrives("y" + n, "york", "advice", "2026-12-03T03:00:00Z")
                    .called("y" + n, 1, "2026-12-03T03:0" + n + ":00Z");
        }
        story.from(Origin.IMPORTED)
                .happens(
                        "2026-11-23T08:00:00Z",
                        new CaseOpened(
                                new CaseId("c1"),
                                new OfficeId("lviv"),
                                new ServiceId("noise"),
                                Map.of("en", "Noise"),
                                ODD,
                                Instant.parse("2026-11-23T10:00:00Z")))
                .happens("2026-11-23T10:00:01Z", new CaseClosed(new CaseId("c1"), null));
        record();
    }

    /** Appends what was told since. */
    private void record() {
        for (var fact : story.facts().subList(recorded, story.facts().size())) {
            last = log.append(List.of(StoredStory.toAppend(fact))).lastPosition();
        }
        recorded = story.facts().size();
    }

    @Test
    void namesItsDefinitionAndThePositionItIsCompleteTo() {
        Answer answer = ask("measure=wait");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().at("/definition/id").asString()).isEqualTo("wait");
        assertThat(answer.json().at("/definition/version").asInt()).isEqualTo(2);
        assertThat(answer.json().at("/definition/unit").asString()).isEqualTo("s");
        assertThat(answer.json().at("/definition/text/uk").asString()).isNotBlank();
        assertThat(answer.json().get("position").asLong()).isGreaterThanOrEqualTo(last);
        assertThat(answer.header("Dovira-Definition")).isEqualTo("wait@2");
        assertThat(answer.header("Dovira-Position"))
                .isEqualTo(answer.json().get("position").asString());
    }

    @Test
    void givesCountsExtremesMeanAndNearestRankPercentiles() {
        JsonNode row = row("measure=wait", "office=lviv");

        assertThat(row.get("n").asLong()).isEqualTo(40);
        assertThat(row.get("open").asLong()).isEqualTo(1);
        assertThat(row.get("excluded").asLong()).isZero();
        assertThat(row.get("min").asDouble()).isEqualTo(60);
        assertThat(row.get("max").asDouble()).isEqualTo(2_400);
        assertThat(row.get("sum").asDouble()).isEqualTo(60.0 * 40 * 41 / 2);
        assertThat(row.get("mean").asDouble()).isEqualTo(1_230);
        assertThat(row.get("p50").asDouble()).isEqualTo(20 * 60);
        assertThat(row.get("p90").asDouble()).isEqualTo(36 * 60);
        assertThat(row.get("p95").asDouble()).isEqualTo(38 * 60);
        assertThat(row.get("p99").asDouble()).isEqualTo(40 * 60);
        assertThat(row.get("p90WithOpen").asDouble())
                .as("rank 37 of 41: one has waited for days")
                .isEqualTo(37 * 60);
        assertThat(row.get("exact").asBoolean()).isTrue();
        assertThat(row.get("target").isNull())
                .as("advice has one, a permit has none")
                .isTrue();
        assertThat(row.get("withinTarget").asLong()).isEqualTo(20);
        assertThat(row.get("late").asLong()).isEqualTo(10);
        assertThat(row.get("values").isNull()).isTrue();
        assertThat(row.get("bucket").asString()).isEqualTo("total");
        assertThat(row("measure=wait", "office=lviv", "service=advice")
                        .get("target")
                        .asDouble())
                .isEqualTo(1_200);
    }

    @Test
    void showsTheValuesAndNoPercentileBelowThirty() {
        JsonNode row = row("measure=wait", "office=york");

        assertThat(row.get("n").asLong()).isEqualTo(3);
        assertThat(row.get("p50").isNull()).isTrue();
        assertThat(row.get("p99").isNull()).isTrue();
        assertThat(row.get("exact").isNull()).isTrue();
        assertThat(row.get("values").toString()).isEqualTo("[60.0,120.0,180.0]");
        assertThat(row.get("withinTarget").isNull()).as("there is no target").isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "organisation=police, 40",
        "organisation=nypd, 3",
        "region=bronx, 3",
        "service=permit, 10",
        "channel=IN_PERSON, 43",
        "origin=LIVE, 43",
        "'office=lviv,york', 43",
        "from=2026-11-23T08:10:00Z, 33",
        "to=2026-11-23T08:10:00Z, 10",
        "from=2026-12-02T21:59:59-05:00, 3",
        "from=2026-12-02T22:00:00-05:00, 3",
        "from=2026-12-02T22:00:01-05:00, 0",
        "to=2026-12-02, 40",
        "to=2026-12-03, 43",
        "from=2026-12-03, 0",
        "from=2026-11-23T10:39, 4"
    })
    void countsWhatIsAskedForByArrivalWithLocalTimesInTheZoneOfEachOffice(String filter, long n) {
        JsonNode rows = ask("measure=wait", filter).json().get("rows");

        assertThat(sum(rows, "n")).isEqualTo(n);
    }

    @Test
    void takesAFilterSeveralTimes() {
        assertThat(sum(ask("measure=wait", "office=lviv", "office=york").json().get("rows"), "n"))
                .isEqualTo(43);
    }

    @Test
    void tellsGroupsApartWithTheirNames() {
        JsonNode rows = ask("measure=wait", "by=organisation,region,office,service,channel")
                .json()
                .get("rows");

        assertThat(texts(rows, "office")).containsExactly("york", "lviv", "lviv");
        assertThat(texts(rows, "service")).containsExactly("advice", "advice", "permit");
        JsonNode first = rows.get(0);
        assertThat(first.get("organisation").asString()).isEqualTo("nypd");
        assertThat(first.at("/organisationName/en").asString()).isEqualTo("Organisation nypd");
        assertThat(first.at("/regionName/en").asString()).isEqualTo("Region bronx");
        assertThat(first.at("/officeName/uk").asString()).isEqualTo("Відділ york");
        assertThat(first.at("/serviceName/en").asString()).isEqualTo("Service advice");
        assertThat(first.get("channel").asString()).isEqualTo("IN_PERSON");
        assertThat(first.get("origin").asString()).isEqualTo("LIVE");
        assertThat(row("measure=wait", "office=york").has("office"))
                .as("not asked for")
                .isFalse();
    }

    @Test
    void putsArrivalsIntoHoursAndDaysOfTheOffice() {
        JsonNode hours = ask("measure=wait", "bucket=hour", "by=office").json().get("rows");
        JsonNode days = ask("measure=wait", "bucket=day", "by=office").json().get("rows");

        assertThat(texts(hours, "bucket"))
                .containsExactly("2026-11-23T10:00:00+02:00", "2026-11-23T11:00:00+02:00", "2026-12-02T22:00:00-05:00");
        assertThat(hours.get(1).get("n").asLong()).isZero();
        assertThat(hours.get(1).get("open").asLong())
                .as("an open wait is shown as open")
                .isEqualTo(1);
        assertThat(hours.get(1).get("mean").isNull()).isTrue();
        assertThat(texts(days, "bucket")).containsExactly("2026-11-23", "2026-12-02");
    }

    @Test
    void knowsEveryMeasure() {
        assertThat(row("measure=handling", "office=lviv").get("open").asLong()).isEqualTo(41);
        assertThat(row("measure=sojourn", "office=lviv", "origin=LIVE")
                        .get("open")
                        .asLong())
                .isEqualTo(41);
        assertThat(row("measure=time-to-service", "office=york").get("n").asLong())
                .isZero();
        JsonNode response = row("measure=response", "origin=IMPORTED");
        assertThat(response.get("origin").asString()).isEqualTo("IMPORTED");
        assertThat(response.get("late").asLong()).isEqualTo(1);
        assertThat(response.get("target").asDouble()).isEqualTo(7_200);
        assertThat(ask("measure=wait").json().get("rows")).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "'', 400, missing-parameter, measure",
        "measure=waiting, 400, bad-value, measure",
        "measure=wait&bucket=week, 400, bad-value, bucket",
        "'measure=wait&by=office,desk', 400, bad-value, by",
        "measure=wait&office=nowhere, 400, bad-value, office",
        "measure=wait&organisation=nobody, 400, bad-value, organisation",
        "measure=wait&region=nowhere, 400, bad-value, region",
        "measure=wait&service=nothing, 400, bad-value, service",
        "measure=wait&origin=REAL, 400, bad-value, origin",
        "measure=wait&from=yesterday, 400, bad-value, from",
        "measure=wait&from=2026-02-30, 400, bad-value, from",
        "measure=wait&from=2026-11-24&to=2026-11-24, 400, bad-value, to",
        "measure=wait&measure=handling, 400, bad-value, measure",
        "measure=wait&definition=wait@1, 400, bad-value, definition",
        "measure=wait&format=xml, 400, bad-value, format",
        "measure=wait&minPosition=soon, 400, bad-value, minPosition",
        "measure=wait&minPosition=-1, 400, bad-value, minPosition",
        "measure=wait&ofice=lviv, 400, unknown-parameter, ofice",
        "measure=wait&asOf=2026-11-01T00:00:00Z, 501, not-available-yet, "
    })
    void refusesWhatItCannotAnswerAndSaysWhy(String query, int status, String problem, @Nullable String parameter) {
        Answer answer = ask(query.isEmpty() ? new String[0] : query.split("&", -1));

        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        assertThat(answer.problem()).isEqualTo(problem);
        assertThat(answer.json().get("detail").asString()).isNotBlank();
        if (parameter != null) {
            assertThat(answer.json().get("parameter").asString()).isEqualTo(parameter);
        }
    }

    @Test
    void listsWhatItWouldUnderstand() {
        assertThat(ask("measure=waiting").json().get("allowed").toString())
                .isEqualTo("[\"wait\",\"time-to-service\",\"handling\",\"response\",\"sojourn\",\"abandonment\"]");
        assertThat(ask("measure=wait", "definition=wait@1")
                        .json()
                        .get("allowed")
                        .toString())
                .isEqualTo("[\"wait@2\"]");
    }

    @Test
    void answersForTheExpectedDefinition() {
        assertThat(ask("measure=wait", "definition=wait@2").status()).isEqualTo(200);
    }

    @Test
    void waitsUntilTheFiguresHoldTheWantedPosition() {
        for (int n = 1; n <= 20; n++) {
            CaseId id = new CaseId("own-" + n);
            story.from(Origin.SIMULATED)
                    .happens(
                            "2027-01-01T10:00:00Z",
                            new CaseOpened(
                                    id,
                                    new OfficeId("lviv"),
                                    new ServiceId("noise"),
                                    Map.of("en", "Noise"),
                                    "WEB",
                                    null))
                    .happens("2027-01-01T10:00:0%d.500Z".formatted(n % 10), new CaseClosed(id, null));
            record();

            JsonNode row = row("measure=response", "origin=SIMULATED", "minPosition=" + last);

            assertThat(row.get("n").asLong()).isEqualTo(n);
        }
    }

    @Test
    void saysThatItIsBehindWhenThePositionDoesNotCome() {
        Answer answer = Api.as(port, "manager").get(PATH, "measure=wait", "minPosition=" + (last + 1_000_000));

        assertThat(answer.status()).isEqualTo(504);
        assertThat(answer.problem()).isEqualTo("behind");
        assertThat(answer.json().get("position").asLong()).isGreaterThanOrEqualTo(last);
    }

    @Test
    void countsTheCallersOfficesOnly() {
        Api york = Api.as(port, "manager", "york");

        JsonNode rows = york.get(PATH, "measure=wait", "by=office", "minPosition=" + last)
                .json()
                .get("rows");
        assertThat(texts(rows, "office")).containsExactly("york");
        assertThat(sum(rows, "n")).isEqualTo(3);
        Answer other = york.get(PATH, "measure=wait", "office=lviv");
        assertThat(other.status()).isEqualTo(403);
        assertThat(other.problem()).isEqualTo("office-outside-scope");
        assertThat(york.get(PATH, "measure=wait", "service=permit").problem())
                .as("a service that none of the caller's offices has")
                .isEqualTo("bad-value");
    }

    @Test
    void answersNobodyWhoIsNotSignedIn() {
        Answer answer = Api.asNobody(port).get(PATH, "measure=wait");

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.problem()).isEqualTo("sign-in-required");
    }

    @Test
    void writesCsvThatASpreadsheetReadsAsFiguresAndText() {
        List<String> parameters = List.of("measure=response", "by=channel,office", "origin=IMPORTED");
        Answer byFormat = ask(with(parameters, "format=csv"));
        Answer byHeader = Api.as(port, "manager")
                .get(PATH, List.of("Accept", "text/csv"), with(parameters, "minPosition=" + last));

        assertThat(byFormat.header("Content-Type")).isEqualTo("text/csv;charset=UTF-8");
        assertThat(byHeader.text()).isEqualTo(byFormat.text());
        assertThat(byFormat.header("Dovira-Definition")).isEqualTo("response@1");
        assertThat(byFormat.text())
                .startsWith("office,channel,origin,bucket,n,open,excluded,closed,sum,min,max,mean,"
                        + "p50,p90,p95,p99,exact,target,withinTarget,late,p90WithOpen\r\n");
        List<NamedCsvRecord> records =
                CsvReader.builder().ofNamedCsvRecord(byFormat.text()).stream().toList();
        assertThat(records).hasSize(1);
        assertThat(records.getFirst().getField("channel")).isEqualTo("'" + ODD);
        assertThat(records.getFirst().getField("n")).isEqualTo("1");
        assertThat(records.getFirst().getField("p50")).isEmpty();
        assertThat(records.getFirst().getField("late")).isEqualTo("1");
    }

    /** Of 30 with a target 20 were called in time, and one left after 29 minutes of 20. */
    @Test
    void givesTheServiceLevelByTheTargetsOrByANumberAndNamesTheFormula() {
        Answer answer = level("office=lviv");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().get("formula").asString()).isEqualTo("F4");
        assertThat(answer.json().at("/definition/id").asString()).isEqualTo("service-level-f4");
        assertThat(answer.header("Dovira-Definition")).isEqualTo("service-level-f4@2");
        assertThat(answer.json().get("within").isNull()).isTrue();
        JsonNode row = answer.json().at("/rows/0");
        assertThat(row.get("answered").asLong()).isEqualTo(30);
        assertThat(row.get("answeredWithin").asLong()).isEqualTo(20);
        assertThat(row.get("abandoned").asLong()).isEqualTo(1);
        assertThat(row.get("withoutTarget").asLong()).isEqualTo(10);
        assertThat(row.get("open").asLong()).isEqualTo(1);
        assertThat(row.get("whole").asLong()).isEqualTo(31);
        assertThat(row.get("percent").asDouble()).isEqualTo(100.0 * 20 / 31);

        JsonNode asked = level("office=lviv", "formula=F5", "within=600", "short=1800")
                .json()
                .at("/rows/0");
        assertThat(asked.get("answered").asLong()).isEqualTo(40);
        assertThat(asked.get("abandonedShort").asLong()).isEqualTo(1);
        assertThat(asked.get("percent").asDouble()).isEqualTo(100.0 * 11 / 41);

        JsonNode few = level("office=york", "within=60").json().at("/rows/0");
        assertThat(few.get("percent").isNull()).as("of three").isTrue();
        assertThat(few.get("whole").asLong()).isEqualTo(3);
    }

    @ParameterizedTest
    @CsvSource({
        "formula=F6, bad-value, formula",
        "formula=F5, missing-parameter, short",
        "short=5, bad-value, short",
        "within=soon, bad-value, within",
        "within=-1, bad-value, within",
        "measure=wait, unknown-parameter, measure"
    })
    void refusesAServiceLevelThatItCannotGive(String query, String problem, String parameter) {
        Answer answer = level(query);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.problem()).isEqualTo(problem);
        assertThat(answer.json().get("parameter").asString()).isEqualTo(parameter);
    }

    /** In Lviv 20 of 30 with a target were called in time, and one still waits; York has no targets. The only case was closed late. */
    @Test
    void comparesOfficesByWhatWasInTime() {
        JsonNode waits = compare("funnel", "measure=wait").json();

        assertThat(texts(waits.get("definitions"), "id")).containsExactly("sla-compliance", "wait");
        assertThat(waits.get("smallest").asInt()).isEqualTo(30);
        assertThat(waits.get("origin").asString()).isEqualTo("LIVE");
        assertThat(waits.at("/offices/0/office").asString()).isEqualTo("lviv");
        assertThat(waits.at("/offices/0/alone").asLong())
                .as("no other office gives advice with a target")
                .isEqualTo(31);
        assertThat(waits.at("/offices/0/place").asString()).isEqualTo("FEW");
        assertThat(compare("funnel", "measure=service-level")
                        .json()
                        .at("/offices/0/alone")
                        .asLong())
                .isEqualTo(31);
        JsonNode cases = compare("funnel", "measure=response").json();
        assertThat(cases.get("origin").asString()).isEqualTo("IMPORTED");
        assertThat(cases.at("/offices/0/alone").asLong()).isEqualTo(1);

        JsonNode days = compare("control", "measure=wait", "office=lviv").json();
        assertThat(days.at("/points/0/bucket").asString()).isEqualTo("2026-11-23");
        assertThat(days.at("/points/0/part").asLong()).isEqualTo(20);
        assertThat(days.at("/points/0/whole").asLong()).isEqualTo(31);
        assertThat(days.get("limits").isNull()).isTrue();
        assertThat(compare("control", "measure=wait", "office=lviv", "to=2026-11-23")
                        .json()
                        .get("points"))
                .isEmpty();
    }

    @Test
    void comparesOnlyForThoseWhoMayCompareAndFollowsOnlyTheirOffices() {
        Api york = Api.as(port, "manager", "york");

        assertThat(york.get(COMPARE + "funnel", "measure=wait").problem()).isEqualTo("too-few-others");
        assertThat(york.get(COMPARE + "control", "measure=wait", "office=lviv").status())
                .isEqualTo(403);
        assertThat(Api.as(port, "clerk").get(COMPARE + "funnel", "measure=wait").status())
                .isEqualTo(403);
        assertThat(Api.asNobody(port).get(COMPARE + "funnel", "measure=wait").status())
                .isEqualTo(401);
    }

    @ParameterizedTest
    @CsvSource({
        "funnel, region=west, 400, missing-parameter",
        "funnel, measure=sojourn, 400, bad-value",
        "funnel, measure=wait&region=nowhere, 400, bad-value",
        "funnel, measure=wait&from=2026-11-23&to=2026-11-23, 400, bad-value",
        "funnel, measure=wait&from=monday, 400, bad-value",
        "funnel, measure=wait&origin=MADE_UP, 400, bad-value",
        "funnel, measure=wait&office=lviv, 400, unknown-parameter",
        "funnel, measure=wait&minPosition=-1, 400, bad-value",
        "funnel, measure=wait&asOf=2026-11-23, 501, not-available-yet",
        "control, measure=wait, 400, missing-parameter",
        "control, measure=wait&office=nowhere, 400, bad-value",
        "control, measure=wait&office=lviv&bucket=hour, 400, bad-value"
    })
    void refusesAComparisonThatItCannotGive(String kind, String query, int status, String problem) {
        Answer answer = Api.as(port, "manager").get(COMPARE + kind, query.split("&"));

        assertThat(answer.problem()).as(answer.text()).isEqualTo(problem);
        assertThat(answer.status()).isEqualTo(status);
    }

    private Answer compare(String kind, String... parameters) {
        Answer answer = Api.as(port, "manager").get(COMPARE + kind, with(List.of(parameters), "minPosition=" + last));
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer;
    }

    private Answer level(String... parameters) {
        return Api.as(port, "manager").get(PATH + "/service-level", with(List.of(parameters), "minPosition=" + last));
    }

    @Test
    void listsItsDefinitions() {
        JsonNode definitions =
                Api.as(port, "quality").get(PATH + "/definitions").json();

        assertThat(texts(definitions, "id"))
                .containsExactly(
                        "wait",
                        "time-to-service",
                        "handling",
                        "response",
                        "sojourn",
                        "abandonment",
                        "p90-with-open",
                        "service-level-f1",
                        "service-level-f2",
                        "service-level-f3",
                        "service-level-f4",
                        "service-level-f5");
    }

    private Answer ask(String... parameters) {
        List<String> all = List.of(parameters);
        boolean waits = all.stream().noneMatch(parameter -> parameter.startsWith("minPosition"));
        return Api.as(port, "manager").get(PATH, waits ? with(all, "minPosition=" + last) : parameters);
    }

    private JsonNode row(String... parameters) {
        JsonNode rows = ask(parameters).json().get("rows");
        assertThat(rows).hasSize(1);
        return rows.get(0);
    }

    private static String[] with(List<String> parameters, String one) {
        List<String> all = new ArrayList<>(parameters);
        all.add(one);
        return all.toArray(String[]::new);
    }

    private static long sum(JsonNode rows, String field) {
        return rows.valueStream().mapToLong(row -> row.get(field).asLong()).sum();
    }

    private static List<String> texts(JsonNode rows, String field) {
        return rows.valueStream().map(row -> row.get(field).asString()).toList();
    }
}
