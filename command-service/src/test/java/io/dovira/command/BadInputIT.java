package io.dovira.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.dovira.command.identity.TestIssuer;
import io.dovira.events.visits.TicketCode;
import io.dovira.eventstore.log.EventLog;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.http.server.PathContainer;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.pattern.PathPatternParser;

/** Whatever is wrong with a command: a problem with a type that clients can rely on, and nothing recorded. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@Import({TestDatabase.class, TestIssuer.class})
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BadInputIT {
    private static final String INVALID = "invalid-request";
    /** What belongs to no office in particular. */
    private static final List<String> FOR_EVERY_OFFICE =
            List.of("/api/v1/policies", "/api/v1/calendars", "/kiosk/", "/ticket/");

    private static final String FUTURE = "'occurredAt': '2199-01-01T00:00:00Z'";

    /** Every command with a body that is accepted as far as its form goes; {@code %s} stands for one more field. */
    private static final TicketCode CODE = new TicketCode("7K2QF0M9XATB4ZC8WD1N5EHR6");

    private static final List<Sample> SAMPLES = withThose(
            CommunitySamples.COMMANDS,
            new Sample(
                    "/api/v1/offices",
                    "{'office': 'bad-new', 'name': {'en': 'x'}, 'organisation': 'police', 'organisationName': {'en': 'x'}, 'region':"
                            + " 'lviv', 'regionName': {'en': 'x'}, 'timeZone': 'Europe/Kyiv'%s}"),
            new Sample("/api/v1/offices/bad/rename", "{'name': {'en': 'Another'}%s}"),
            new Sample("/api/v1/offices/bad/close", "{'reason': 'moved'%s}"),
            new Sample(
                    "/api/v1/offices/bad/services/weapons/offer", "{'name': {'en': 'x'}, 'waitTargetSeconds': 60%s}"),
            new Sample("/api/v1/offices/bad/services/passports/withdraw", "{'timeQuality': 'EXACT'%s}"),
            new Sample("/api/v1/offices/bad/desks/3/install", "{'name': {'en': 'x'}%s}"),
            new Sample("/api/v1/offices/bad/desks/1/remove", "{'timeQuality': 'EXACT'%s}"),
            new Sample("/api/v1/offices/bad/desks/1/open", "{'staff': 'vira'%s}"),
            new Sample("/api/v1/offices/bad/desks/1/break", "{'timeQuality': 'EXACT'%s}"),
            new Sample("/api/v1/offices/bad/desks/1/end-break", "{'timeQuality': 'EXACT'%s}"),
            new Sample("/api/v1/offices/bad/desks/1/close", "{'timeQuality': 'EXACT'%s}"),
            new Sample("/api/v1/visits", "{'office': 'bad', 'service': 'advice', 'channel': 'phone'%s}"),
            new Sample("/api/v1/visits/bad-1/call", "{'desk': '1'%s}"),
            new Sample("/api/v1/visits/bad-1/recall", "{'timeQuality': 'EXACT'%s}"),
            new Sample("/api/v1/visits/bad-1/recycle", "{'timeQuality': 'EXACT'%s}"),
            new Sample("/api/v1/visits/bad-1/start", "{'timeQuality': 'EXACT'%s}"),
            new Sample("/api/v1/visits/bad-1/hold", "{'reason': 'form'%s}"),
            new Sample("/api/v1/visits/bad-1/resume", "{'timeQuality': 'EXACT'%s}"),
            new Sample("/api/v1/visits/bad-1/transfer", "{'service': 'passports'%s}"),
            new Sample("/api/v1/visits/bad-1/finish", "{'outcome': 'done'%s}"),
            new Sample("/api/v1/visits/bad-1/no-show", "{'timeQuality': 'EXACT'%s}"),
            new Sample("/api/v1/visits/bad-1/abandon", "{'timeQuality': 'EXACT'%s}"),
            new Sample("/api/v1/visits/bad-1/close", "{'cause': 'RESET'%s}"),
            new Sample(
                    "/api/v1/visits/bad-1/correct",
                    "{'ofEvent': 'e', 'leg': 1, 'field': 'SERVICE', 'was': 'advice', 'is': 'passports', 'reason': 'x'%s}"),
            new Sample("/api/v1/visits/bad-1/corrections/1/approve", "{'timeQuality': 'EXACT'%s}"),
            new Sample("/api/v1/visits/bad-1/corrections/1/reject", "{'reason': 'x'%s}"),
            new Sample("/api/v1/appeals", "{'office': 'bad', 'kind': 'COMPLAINT', 'topic': 'CRIME'%s}"),
            new Sample("/api/v1/appeals/bad-a/register", "{'procedure': 'SIMPLE'%s}"),
            new Sample("/api/v1/appeals/bad-a/assign", "{'staff': 'vira'%s}"),
            new Sample("/api/v1/appeals/bad-a/forward", "{'to': 'council'%s}"),
            new Sample("/api/v1/appeals/bad-a/acknowledge", "{'automatic': true%s}"),
            new Sample("/api/v1/appeals/bad-a/request-info", "{'timeQuality': 'EXACT'%s}"),
            new Sample("/api/v1/appeals/bad-a/receive-info", "{'timeQuality': 'EXACT'%s}"),
            new Sample("/api/v1/appeals/bad-a/shorten", "{'until': '2026-03-20', 'reason': 'x'%s}"),
            new Sample(
                    "/api/v1/appeals/bad-a/extend",
                    "{'until': '2026-03-20', 'reason': 'x', 'toldAt': '2026-03-03T08:00:00Z'%s}"),
            new Sample("/api/v1/appeals/bad-a/answer", "{'outcome': 'EXPLAINED'%s}"),
            new Sample("/api/v1/appeals/bad-a/decline", "{'ground': 'REPEAT'%s}"),
            new Sample("/api/v1/appeals/bad-a/withdraw", "{'timeQuality': 'EXACT'%s}"),
            new Sample("/api/v1/appeals/bad-a/reopen", "{'reason': 'x'%s}"),
            new Sample("/api/v1/appeals/bad-a/higher-complaint", "{'to': 'ministry'%s}"),
            new Sample(
                    "/api/v1/appeals/bad-a/correct",
                    "{'ofEvent': 'e', 'field': 'TOPIC', 'was': 'CRIME', 'is': 'OTHER', 'reason': 'x'%s}"),
            new Sample("/api/v1/appeals/bad-a/corrections/1/approve", "{'timeQuality': 'EXACT'%s}"),
            new Sample("/api/v1/appeals/bad-a/corrections/1/reject", "{'reason': 'x'%s}"),
            new Sample("/api/v1/ratings", "{'survey': 'bad-s2', 'office': 'bad'%s}"),
            new Sample("/api/v1/ratings/bad-s/answer", "{'csat': 5%s}"),
            new Sample("/kiosk/bad/ratings", "{'csat': 4%s}"),
            new Sample("/ticket/" + CODE + "/surveys", "{'timeQuality': 'EXACT'%s}"),
            new Sample("/ticket/" + CODE + "/surveys/s." + CODE.visit() + "/answer", "{'csat': 5%s}"),
            new Sample(
                    "/api/v1/policies",
                    "{'policy': 'bad-rule', 'name': {'en': 'x'}, 'limit': {'amount': 3, 'unit': 'DAYS'}, 'basis': {'en': 'x'}%s}"),
            new Sample(
                    "/api/v1/policies/custody-hospital/versions/1/end",
                    "{'until': '2030-01-01T00:00:00Z', 'reason': 'x'%s}"),
            new Sample("/api/v1/policies/custody-hospital/versions/1/withdraw", "{'reason': 'x'%s}"),
            new Sample(
                    "/api/v1/calendars",
                    "{'calendar': 'bad-days', 'name': {'en': 'x'}, 'firstDay': '2099-01-01', 'basis': {'en': 'x'},"
                            + " 'weekly': [{'day': 'MONDAY', 'from': '09:00', 'to': '18:00'}]%s}"),
            new Sample(
                    "/api/v1/cameras",
                    "{'camera': 'bad-c2', 'office': 'bad', 'room': 'hall', 'area': 'CUSTODY', 'retentionClass': 'custody'%s}"),
            new Sample("/api/v1/cameras/bad-c/move", "{'office': 'bad', 'room': 'hall 2', 'area': 'OUTSIDE'%s}"),
            new Sample("/api/v1/cameras/bad-c/remove", "{'reason': 'x'%s}"),
            new Sample("/api/v1/cameras/bad-c/clock", "{'offsetMillis': 20%s}"),
            new Sample(
                    "/api/v1/footage",
                    "{'footage': 'bad-f2', 'camera': 'bad-c', 'from': '2026-11-02T07:00:00Z', 'to': '2026-11-02T07:15:00Z'%s}"),
            new Sample(
                    "/api/v1/footage/bad-f/gap",
                    "{'from': '2026-11-02T07:01:00Z', 'to': '2026-11-02T07:02:00Z', 'cause': 'COVERED'%s}"),
            new Sample("/api/v1/footage/bad-f/explain", "{'flaw': 'GAP', 'explanation': 'x'%s}"),
            new Sample(
                    "/api/v1/footage/bad-f/link",
                    "{'target': 'VISIT', 'subject': 'bad-1', 'at': '2026-11-02T07:01:00Z'%s}"),
            new Sample("/api/v1/footage/bad-f/export", "{'recipient': 'COURT'%s}"),
            new Sample("/api/v1/footage/bad-f/hold", "{'hold': 'h1', 'ground': 'COMPLAINT'%s}"),
            new Sample("/api/v1/footage/bad-f/release", "{'hold': 'h1', 'reason': 'x'%s}"),
            new Sample("/api/v1/footage/bad-f/check", "{'timeQuality': 'EXACT'%s}"),
            new Sample(
                    "/api/v1/custody",
                    "{'custody': 'bad-c2', 'person': 'p-1', 'office': 'bad', 'ground': 'WITHOUT_RULING'%s}"),
            new Sample("/api/v1/custody/bad-c/deliver", "{'timeQuality': 'EXACT'%s}"),
            new Sample("/api/v1/custody/bad-c/open", "{'timeQuality': 'EXACT'%s}"),
            new Sample("/api/v1/custody/bad-c/notify-consulate", "{'timeQuality': 'EXACT'%s}"),
            new Sample("/api/v1/custody/bad-c/notify-legal-aid", "{'timeQuality': 'EXACT'%s}"),
            new Sample("/api/v1/custody/bad-c/lawyer-arrived", "{'timeQuality': 'EXACT'%s}"),
            new Sample("/api/v1/custody/bad-c/start-consultation", "{'timeQuality': 'EXACT'%s}"),
            new Sample("/api/v1/custody/bad-c/end-consultation", "{'timeQuality': 'EXACT'%s}"),
            new Sample("/api/v1/custody/bad-c/notify-relatives", "{'timeQuality': 'EXACT'%s}"),
            new Sample("/api/v1/custody/bad-c/give-medication", "{'timeQuality': 'EXACT'%s}"),
            new Sample("/api/v1/custody/bad-c/bring-to-court", "{'timeQuality': 'EXACT'%s}"),
            new Sample("/api/v1/custody/bad-c/return", "{'timeQuality': 'EXACT'%s}"),
            new Sample("/api/v1/custody/bad-c/interview-detainee", "{'timeQuality': 'EXACT'%s}"),
            new Sample("/api/v1/custody/bad-c/search", "{'timeQuality': 'EXACT'%s}"),
            new Sample("/api/v1/custody/bad-c/end-questioning", "{'timeQuality': 'EXACT'%s}"),
            new Sample("/api/v1/custody/bad-c/register-complaint", "{'timeQuality': 'EXACT'%s}"),
            new Sample("/api/v1/custody/bad-c/seal", "{'timeQuality': 'EXACT'%s}"),
            new Sample("/api/v1/custody/bad-c/explain-rights", "{'language': 'uk', 'signature': 'SIGNED'%s}"),
            new Sample("/api/v1/custody/bad-c/interpreter", "{'language': 'ro'%s}"),
            new Sample("/api/v1/custody/bad-c/assign-lawyer", "{'lawyer': 'p-5'%s}"),
            new Sample("/api/v1/custody/bad-c/delay-notification", "{'by': 'p-9', 'ground': 'UNREACHABLE'%s}"),
            new Sample("/api/v1/custody/bad-c/note-injuries", "{'injuries': 'NONE'%s}"),
            new Sample("/api/v1/custody/bad-c/request-medical", "{'by': 'PERSON'%s}"),
            new Sample("/api/v1/custody/bad-c/examine", "{'fitness': 'FIT'%s}"),
            new Sample("/api/v1/custody/bad-c/visit-cell", "{'level': 'GENERAL', 'roused': false%s}"),
            new Sample("/api/v1/custody/bad-c/offer-meal", "{'accepted': true%s}"),
            new Sample("/api/v1/custody/bad-c/assign-cell", "{'cell': '3'%s}"),
            new Sample("/api/v1/custody/bad-c/take-out", "{'to': 'HOSPITAL'%s}"),
            new Sample("/api/v1/custody/bad-c/transfer", "{'to': 'bad-itt'%s}"),
            new Sample("/api/v1/custody/bad-c/interview-officer", "{'officer': 'p-9'%s}"),
            new Sample("/api/v1/custody/bad-c/log-property", "{'items': 4%s}"),
            new Sample("/api/v1/custody/bad-c/return-property", "{'items': 4%s}"),
            new Sample("/api/v1/custody/bad-c/record-force", "{'means': 'HANDCUFFS', 'by': 'p-9'%s}"),
            new Sample("/api/v1/custody/bad-c/start-questioning", "{'by': 'p-9'%s}"),
            new Sample("/api/v1/custody/bad-c/review", "{'rank': 'INSPECTOR', 'by': 'p-9'%s}"),
            new Sample("/api/v1/custody/bad-c/complain", "{'about': 'OTHER'%s}"),
            new Sample("/api/v1/custody/bad-c/rule", "{'ruling': 'DETAINED'%s}"),
            new Sample("/api/v1/custody/bad-c/release", "{'ground': 'COURT'%s}"),
            new Sample("/api/v1/custody/bad-c/disclose", "{'to': 'LAWYER'%s}"),
            new Sample("/api/v1/custody/bad-c/access", "{'purpose': 'CARE'%s}"),
            new Sample("/api/v1/custody/bad-c/late-entry", "{'entry': 'custody.meal-offered', 'reason': 'x'%s}"),
            new Sample(
                    "/api/v1/custody/bad-c/correct",
                    "{'ofEvent': 'e', 'field': 'CELL', 'was': '1', 'is': '2', 'reason': 'x'%s}"),
            new Sample("/api/v1/custody/bad-c/corrections/1/approve", "{'timeQuality': 'EXACT'%s}"),
            new Sample("/api/v1/custody/bad-c/corrections/1/reject", "{'reason': 'x'%s}"),
            new Sample("/api/v1/custody/units/bad/hand-over", "{'timeQuality': 'EXACT'%s}"),
            new Sample("/api/v1/custody/units/bad/take-over", "{'timeQuality': 'EXACT'%s}"));

    @LocalServerPort
    private int port;

    @Autowired
    private EventLog log;

    @Autowired
    private RequestMappingHandlerMapping requestMappingHandlerMapping;

    private Api admin;

    private static List<Sample> withThose(List<Sample> others, Sample... samples) {
        return Stream.concat(Stream.of(samples), others.stream()).toList();
    }

    record Sample(String path, String body) {
        String with(String more) {
            return body.formatted(more.isEmpty() ? "" : ", " + more);
        }
    }

    @BeforeAll
    void setUp() {
        admin = Api.as(port, "admin");
        Offices.open(admin, "bad");
        assertThat(admin.post("/api/v1/visits", "{'visit': 'bad-1', 'office': 'bad', 'service': 'advice'}")
                        .status())
                .isEqualTo(201);
        assertThat(admin.post(
                                "/api/v1/appeals",
                                "{'appeal': 'bad-a', 'office': 'bad', 'kind': 'COMPLAINT', 'topic': 'CRIME'}")
                        .status())
                .isEqualTo(201);
        assertThat(admin.post("/api/v1/ratings", "{'survey': 'bad-s', 'office': 'bad'}")
                        .status())
                .isEqualTo(201);
        assertThat(admin.post(
                                "/api/v1/cameras",
                                "{'camera': 'bad-c', 'office': 'bad', 'room': 'hall', 'area': 'CUSTODY', 'retentionClass': 'custody',"
                                        + " 'occurredAt': '2026-01-01T00:00:00Z'}")
                        .status())
                .isEqualTo(201);
        assertThat(admin.post(
                                "/api/v1/footage",
                                "{'footage': 'bad-f', 'camera': 'bad-c', 'from': '2026-11-02T07:00:00Z', 'to': '2026-11-02T07:15:00Z'}")
                        .status())
                .isEqualTo(201);
        assertThat(admin.post(
                                "/api/v1/custody",
                                "{'custody': 'bad-c', 'person': 'p-1', 'office': 'bad', 'ground': 'WITHOUT_RULING'}")
                        .status())
                .isEqualTo(201);
        CommunitySamples.setUp(admin);
        served(CODE.visit().value());
        assertThat(admin.post("/api/v1/ratings", "{'office': 'bad', 'visit': '%s'}".formatted(CODE.visit()))
                        .status())
                .isEqualTo(201);
    }

    private void served(String visit) {
        assertThat(admin.post(
                                "/api/v1/visits",
                                "{'visit': '%s', 'office': 'bad', 'service': 'advice'}".formatted(visit))
                        .status())
                .isEqualTo(201);
        for (String step : List.of("call", "start", "finish")) {
            String body = step.equals("call") ? "{'desk': '2'}" : "{}";
            assertThat(admin.post("/api/v1/visits/" + visit + "/" + step, body).status())
                    .isEqualTo(200);
        }
    }

    /** A new command without a sample fails here. */
    @Test
    void hasASampleOfEveryCommand() {
        List<String> commands = new ArrayList<>();
        requestMappingHandlerMapping.getHandlerMethods().forEach((RequestMappingInfo info, HandlerMethod method) -> {
            // What is uploaded is no JSON; FootageIT has what can be wrong with it.
            boolean json = info.getConsumesCondition().getConsumableMediaTypes().isEmpty();
            if (json
                    && info.getMethodsCondition().getMethods().contains(RequestMethod.POST)
                    && !method.getBeanType().getPackageName().startsWith("io.dovira.command.imports")
                    && method.getBeanType().getPackageName().startsWith("io.dovira.command")) {
                info.getPatternValues().forEach(commands::add);
            }
        });

        assertThat(commands)
                .hasSize(SAMPLES.size())
                .allSatisfy(pattern -> assertThat(SAMPLES)
                        .anyMatch(sample -> new PathPatternParser()
                                .parse(pattern)
                                .matches(PathContainer.parsePath(sample.path()))));
    }

    static Stream<Arguments> wrong() {
        List<Arguments> all = new ArrayList<>();
        for (Sample sample : SAMPLES) {
            all.add(Arguments.of("an unknown field", sample.path(), sample.with("'surprise': 1"), INVALID));
            all.add(Arguments.of(
                    "a time that is no time", sample.path(), sample.with("'occurredAt': 'soon'"), INVALID));
            all.add(Arguments.of(
                    "a number for a time", sample.path(), sample.with("'occurredAt': 1764060000"), INVALID));
            all.add(Arguments.of("a list for a time", sample.path(), sample.with("'occurredAt': []"), INVALID));
            all.add(Arguments.of(
                    "a time before any office",
                    sample.path(),
                    sample.with("'occurredAt': '0001-01-01T00:00:00Z'"),
                    INVALID));
            all.add(Arguments.of("a time to come", sample.path(), sample.with(FUTURE), "in-the-future"));
            all.add(Arguments.of("a quality of the system", sample.path(), quality(sample), INVALID));
            all.add(Arguments.of(
                    "one field twice",
                    sample.path(),
                    sample.with("'occurredAt': '2026-03-02T08:00:00Z', 'occurredAt': '2026-03-02T09:00:00Z'"),
                    INVALID));
            all.add(Arguments.of("half a body", sample.path(), "{'occurredAt': ", INVALID));
            all.add(Arguments.of("two bodies", sample.path(), sample.with("") + " {}", INVALID));
            all.add(Arguments.of("a list", sample.path(), "[]", INVALID));
            all.add(Arguments.of("a text", sample.path(), "'call him'", INVALID));
        }
        missing(
                        "/api/v1/offices",
                        "office",
                        "name",
                        "organisation",
                        "organisationName",
                        "region",
                        "regionName",
                        "timeZone")
                .forEach(all::add);
        missing("/api/v1/visits", "office", "service").forEach(all::add);
        missing("/api/v1/appeals", "office", "kind", "topic").forEach(all::add);
        missing("/api/v1/appeals/bad-a/shorten", "until", "reason").forEach(all::add);
        missing("/api/v1/appeals/bad-a/extend", "until", "reason", "toldAt").forEach(all::add);
        missing("/api/v1/appeals/bad-a/correct", "ofEvent", "field", "was", "is", "reason")
                .forEach(all::add);
        missing("/api/v1/appeals/bad-a/corrections/1/reject", "reason").forEach(all::add);
        missing(
                        "/api/v1/communities",
                        "community",
                        "name",
                        "region",
                        "regionName",
                        "office",
                        "people",
                        "source",
                        "asOf")
                .forEach(all::add);
        missing("/api/v1/communities/bad-c/population", "people", "source", "asOf")
                .forEach(all::add);
        missing("/api/v1/stations", "station", "community", "name", "rooms").forEach(all::add);
        missing("/api/v1/publications/trust", "office", "source", "n", "percent", "fieldworkFrom", "fieldworkTo")
                .forEach(all::add);
        missing("/api/v1/publications/figures", "office", "source", "asOf").forEach(all::add);
        all.addAll(CommunitySamples.wrong());
        missing("/api/v1/ratings", "office").forEach(all::add);
        missing("/api/v1/custody", "person", "office", "ground").forEach(all::add);
        missing("/api/v1/custody/bad-c/explain-rights", "language", "signature").forEach(all::add);
        missing("/api/v1/custody/bad-c/visit-cell", "level", "roused").forEach(all::add);
        missing("/api/v1/custody/bad-c/late-entry", "entry", "reason").forEach(all::add);
        missing("/api/v1/custody/bad-c/access", "purpose").forEach(all::add);
        missing("/api/v1/custody/bad-c/correct", "ofEvent", "field", "was", "is", "reason")
                .forEach(all::add);
        missing("/api/v1/visits/bad-1/correct", "ofEvent", "leg", "field", "was", "is", "reason")
                .forEach(all::add);
        missing("/api/v1/visits/bad-1/corrections/1/reject", "reason").forEach(all::add);
        missing("/api/v1/policies", "policy", "name", "basis").forEach(all::add);
        missing("/api/v1/calendars", "calendar", "name", "firstDay", "weekly", "basis")
                .forEach(all::add);
        missing("/api/v1/cameras", "office", "room", "area", "retentionClass").forEach(all::add);
        missing("/api/v1/footage", "camera", "from", "to").forEach(all::add);
        missing("/api/v1/footage/bad-f/gap", "from", "to", "cause").forEach(all::add);
        missing("/api/v1/footage/bad-f/explain", "flaw", "explanation").forEach(all::add);
        missing("/api/v1/footage/bad-f/link", "target", "subject", "at").forEach(all::add);
        missing("/api/v1/footage/bad-f/hold", "hold", "ground").forEach(all::add);
        missing("/api/v1/footage/bad-f/release", "hold", "reason").forEach(all::add);
        for (String path : List.of(
                "/api/v1/communities/bad-c/contact",
                "/api/v1/officers",
                "/api/v1/officers/bad-o/absent",
                "/api/v1/officers/bad-o/leave",
                "/api/v1/stations/bad-st/rooms",
                "/api/v1/stations/bad-st/close",
                "/api/v1/publications/bad-p/withdraw",
                "/api/v1/policies/custody-hospital/versions/1/end",
                "/api/v1/policies/custody-hospital/versions/1/withdraw",
                "/api/v1/offices/bad/rename",
                "/api/v1/offices/bad/close",
                "/api/v1/offices/bad/services/weapons/offer",
                "/api/v1/offices/bad/desks/3/install",
                "/api/v1/offices/bad/desks/1/open",
                "/api/v1/visits/bad-1/call",
                "/api/v1/visits/bad-1/close",
                "/api/v1/appeals/bad-a/assign",
                "/api/v1/appeals/bad-a/forward",
                "/api/v1/appeals/bad-a/answer",
                "/api/v1/appeals/bad-a/decline",
                "/api/v1/appeals/bad-a/reopen",
                "/api/v1/appeals/bad-a/higher-complaint")) {
            all.add(Arguments.of("nothing of what it needs", path, "{}", INVALID));
            all.add(Arguments.of("no body", path, null, INVALID));
        }
        String long501 = "x".repeat(501);
        all.addAll(List.of(
                Arguments.of("too long a text", "/api/v1/visits/bad-1/hold", "{'reason': '" + long501 + "'}", INVALID),
                Arguments.of(
                        "too long a text", "/api/v1/visits/bad-1/finish", "{'outcome': '" + long501 + "'}", INVALID),
                Arguments.of("too long a text", "/api/v1/offices/bad/close", "{'reason': '" + long501 + "'}", INVALID),
                Arguments.of(
                        "too long a comment",
                        "/api/v1/ratings/bad-s/answer",
                        "{'comment': '" + "x".repeat(2001) + "'}",
                        INVALID),
                Arguments.of(
                        "too long a name",
                        "/api/v1/offices/bad/rename",
                        "{'name': {'en': '" + "x".repeat(301) + "'}}",
                        INVALID),
                Arguments.of(
                        "a language that is none", "/api/v1/offices/bad/rename", "{'name': {'a.b$c': 'x'}}", INVALID),
                Arguments.of(
                        "too long an id",
                        "/api/v1/visits",
                        "{'visit': '" + "x".repeat(121) + "', 'office': 'bad', 'service': 'advice'}",
                        INVALID),
                Arguments.of("half a character", "/api/v1/visits/bad-1/hold", "{'reason': 'a\\ud800b'}", INVALID),
                Arguments.of("a NUL", "/api/v1/visits/bad-1/hold", "{'reason': 'a\\u0000b'}", INVALID),
                Arguments.of("a rating between two", "/api/v1/ratings/bad-s/answer", "{'csat': 4.7}", INVALID),
                Arguments.of("a whole rating as a fraction", "/api/v1/ratings/bad-s/answer", "{'csat': 4.0}", INVALID),
                Arguments.of("a rating in words", "/api/v1/ratings/bad-s/answer", "{'csat': '4'}", INVALID),
                Arguments.of("a rating of nothing", "/api/v1/ratings/bad-s/answer", "{'csat': '', 'nps': 9}", INVALID),
                Arguments.of("a rating beyond the scale", "/api/v1/ratings/bad-s/answer", "{'csat': 6}", INVALID),
                Arguments.of("a rating below the scale", "/api/v1/ratings/bad-s/answer", "{'nps': -1}", INVALID),
                Arguments.of(
                        "a rating beyond all numbers",
                        "/api/v1/ratings/bad-s/answer",
                        "{'nps': 99999999999999999999}",
                        INVALID),
                Arguments.of(
                        "a target of nothing",
                        "/api/v1/offices/bad/services/weapons/offer",
                        "{'name': {'en': 'x'}, 'waitTargetSeconds': 0}",
                        INVALID),
                Arguments.of("a number for a desk", "/api/v1/visits/bad-1/call", "{'desk': 1}", INVALID),
                Arguments.of(
                        "a channel that is none",
                        "/api/v1/visits",
                        "{'office': 'bad', 'service': 'advice', 'channel': 'pigeon'}",
                        INVALID),
                Arguments.of(
                        "a kind that is none",
                        "/api/v1/appeals",
                        "{'office': 'bad', 'kind': 'LETTER', 'topic': 'CRIME'}",
                        INVALID),
                Arguments.of(
                        "a letter in plain text",
                        "/api/v1/appeals",
                        "{'office': 'bad', 'kind': 'COMPLAINT', 'topic': 'CRIME', 'letter': 'Dear sirs'}",
                        INVALID),
                Arguments.of(
                        "a name for a pseudonym",
                        "/api/v1/appeals",
                        "{'office': 'bad', 'kind': 'COMPLAINT', 'topic': 'CRIME', 'applicant': 'Ivan Franko'}",
                        INVALID),
                Arguments.of(
                        "a text for yes or no",
                        "/api/v1/appeals",
                        "{'office': 'bad', 'kind': 'COMPLAINT', 'topic': 'CRIME', 'benefitHolder': 'yes'}",
                        INVALID),
                Arguments.of(
                        "a procedure that is none", "/api/v1/appeals/bad-a/register", "{'procedure': 'SLOW'}", INVALID),
                Arguments.of(
                        "a day that is none",
                        "/api/v1/appeals/bad-a/shorten",
                        "{'until': '2026-02-30', 'reason': 'x'}",
                        INVALID),
                Arguments.of(
                        "a day beyond all calendars",
                        "/api/v1/appeals/bad-a/shorten",
                        "{'until': '+999999999-12-31', 'reason': 'x'}",
                        INVALID),
                Arguments.of(
                        "a refusal without a ground of the law",
                        "/api/v1/appeals/bad-a/decline",
                        "{'ground': 'BORING'}",
                        INVALID),
                Arguments.of(
                        "an answer before anybody is in charge",
                        "/api/v1/appeals/bad-a/answer",
                        "{'outcome': 'EXPLAINED'}",
                        "appeal-state"),
                Arguments.of("an appeal that is not there", "/api/v1/appeals/none/withdraw", "{}", "appeal-unknown"),
                Arguments.of(
                        "an office that is not there",
                        "/api/v1/appeals",
                        "{'office': 'nowhere', 'kind': 'COMPLAINT', 'topic': 'CRIME'}",
                        "office-unknown"),
                Arguments.of(
                        "a visit that is not there",
                        "/api/v1/appeals",
                        "{'office': 'bad', 'visit': 'nobody', 'kind': 'COMPLAINT', 'topic': 'CRIME'}",
                        "visit-unknown"),
                Arguments.of("a cause that is none", "/api/v1/visits/bad-1/close", "{'cause': 'WHY_NOT'}", INVALID),
                Arguments.of(
                        "a zone that is none",
                        "/api/v1/offices",
                        SAMPLES.getFirst().with("").replace("Europe/Kyiv", "Europe/Atlantis"),
                        INVALID),
                Arguments.of("an id with spaces", "/api/v1/visits/bad%201/recall", "{}", INVALID),
                Arguments.of("an answer of nothing", "/api/v1/ratings/bad-s/answer", "{}", "answer-empty"),
                Arguments.of("a transfer of somebody who waits", "/api/v1/visits/bad-1/transfer", "{}", "visit-state"),
                Arguments.of(
                        "an office that is not there",
                        "/api/v1/visits",
                        "{'office': 'nowhere', 'service': 'advice'}",
                        "office-unknown"),
                Arguments.of(
                        "an office that is not there", "/api/v1/ratings", "{'office': 'nowhere'}", "office-unknown"),
                Arguments.of(
                        "a name for a second person",
                        "/api/v1/appeals/bad-a/correct",
                        "{'ofEvent': 'e', 'field': 'TOPIC', 'was': 'CRIME', 'is': 'OTHER', 'reason': 'x', 'approvedBy': 'petro'}",
                        INVALID),
                Arguments.of(
                        "a name for a second person of a visit",
                        "/api/v1/visits/bad-1/correct",
                        "{'ofEvent': 'e', 'leg': 1, 'field': 'SERVICE', 'was': 'advice', 'is': 'passports', 'reason': 'x',"
                                + " 'approvedBy': 'petro'}",
                        INVALID),
                Arguments.of(
                        "a correction of a visit that nobody proposed",
                        "/api/v1/visits/bad-1/corrections/1/approve",
                        "{}",
                        "correction-unknown"),
                Arguments.of(
                        "a correction of a visit without a number",
                        "/api/v1/visits/bad-1/corrections/first/reject",
                        "{'reason': 'x'}",
                        INVALID),
                Arguments.of(
                        "a correction that nobody proposed",
                        "/api/v1/appeals/bad-a/corrections/1/approve",
                        "{}",
                        "correction-unknown"),
                Arguments.of(
                        "a correction without a number",
                        "/api/v1/appeals/bad-a/corrections/first/approve",
                        "{}",
                        INVALID),
                Arguments.of(
                        "a rating of two things",
                        "/api/v1/ratings",
                        "{'office': 'bad', 'visit': 'bad-1', 'appeal': 'bad-a'}",
                        "one-subject"),
                Arguments.of(
                        "a rating of an appeal that is not there",
                        "/api/v1/ratings",
                        "{'office': 'bad', 'appeal': 'nobody'}",
                        "appeal-unknown"),
                Arguments.of(
                        "a rating before there is an answer",
                        "/api/v1/ratings",
                        "{'office': 'bad', 'appeal': 'bad-a'}",
                        "appeal-not-answered"),
                Arguments.of(
                        "an office that is not there",
                        "/api/v1/offices/nowhere/rename",
                        "{'name': {'en': 'x'}}",
                        "office-unknown"),
                Arguments.of(
                        "an office that is not there",
                        "/api/v1/offices/nowhere/desks/1/open",
                        "{'staff': 'vira'}",
                        "office-unknown"),
                Arguments.of(
                        "a service that is not offered",
                        "/api/v1/visits",
                        "{'office': 'bad', 'service': 'haircut'}",
                        "service-not-offered"),
                Arguments.of("a visit that is not there", "/api/v1/visits/nobody/recall", "{}", "visit-unknown"),
                Arguments.of(
                        "a survey that is not there", "/api/v1/ratings/none/answer", "{'csat': 5}", "survey-unknown"),
                Arguments.of(
                        "a desk that is not there",
                        "/api/v1/offices/bad/desks/99/open",
                        "{'staff': 'vira'}",
                        "desk-unknown"),
                Arguments.of(
                        "a limit of nothing", "/api/v1/policies", policy("{'amount': 0, 'unit': 'SECONDS'}"), INVALID),
                Arguments.of(
                        "a unit that is none", "/api/v1/policies", policy("{'amount': 3, 'unit': 'MOONS'}"), INVALID),
                Arguments.of("half a limit", "/api/v1/policies", policy("{'amount': 3}"), INVALID),
                Arguments.of(
                        "a pause by what nobody records",
                        "/api/v1/policies",
                        policy("{'amount': 3, 'unit': 'DAYS'}, 'pausedBy': ['appeal.forgotten']"),
                        INVALID),
                Arguments.of(
                        "working time by no calendar",
                        "/api/v1/policies",
                        policy("{'amount': 3, 'unit': 'WORKING_DAYS'}"),
                        "policy-calendar-needed"),
                Arguments.of(
                        "a calendar that is not there",
                        "/api/v1/policies",
                        policy("{'amount': 3, 'unit': 'WORKING_DAYS'}, 'calendar': 'mars'"),
                        "policy-calendar-unknown"),
                Arguments.of(
                        "a wait of days",
                        "/api/v1/policies",
                        waits("'limit': {'amount': 1, 'unit': 'DAYS'}"),
                        "policy-wait-unclear"),
                Arguments.of("a wait of a number", "/api/v1/policies", waits("'number': 15"), "policy-wait-unclear"),
                Arguments.of(
                        "a wait of more than a day",
                        "/api/v1/policies",
                        waits("'limit': {'amount': 86401, 'unit': 'SECONDS'}"),
                        "policy-wait-unclear"),
                Arguments.of(
                        "a policy that says nothing",
                        "/api/v1/policies",
                        "{'policy': 'bad-rule', 'name': {'en': 'x'}, 'basis': {'en': 'x'}}",
                        "policy-says-nothing"),
                Arguments.of(
                        "a rule for the past without a reason",
                        "/api/v1/policies",
                        policy("{'amount': 3, 'unit': 'DAYS'}, 'inForceFrom': '2020-01-01T00:00:00Z'"),
                        "reason-needed"),
                Arguments.of(
                        "a version that is not there",
                        "/api/v1/policies/custody-hospital/versions/9/withdraw",
                        "{'reason': 'x'}",
                        "policy-version-unknown"),
                Arguments.of(
                        "a version that is no number",
                        "/api/v1/policies/custody-hospital/versions/first/withdraw",
                        "{'reason': 'x'}",
                        INVALID),
                Arguments.of(
                        "a policy that is not there",
                        "/api/v1/policies/nothing/versions/1/withdraw",
                        "{'reason': 'x'}",
                        "policy-unknown"),
                Arguments.of(
                        "hours that overlap",
                        "/api/v1/calendars",
                        calendar(
                                "{'day': 'MONDAY', 'from': '09:00', 'to': '13:00'}, {'day': 'MONDAY', 'from': '12:00', 'to': '18:00'}"),
                        "calendar-hours-unclear"),
                Arguments.of("a row of nothing", "/api/v1/calendars", calendar("null"), INVALID),
                Arguments.of(
                        "hours that are none",
                        "/api/v1/calendars",
                        calendar("{'day': 'MONDAY', 'from': '9', 'to': '18:00'}"),
                        INVALID),
                Arguments.of(
                        "a camera that is not there",
                        "/api/v1/cameras/none/clock",
                        "{'offsetMillis': 1}",
                        "camera-unknown"),
                Arguments.of(
                        "a clock that is years off",
                        "/api/v1/cameras/bad-c/clock",
                        "{'offsetMillis': 86400001}",
                        INVALID),
                Arguments.of("an offset in words", "/api/v1/cameras/bad-c/clock", "{'offsetMillis': 'much'}", INVALID),
                Arguments.of(
                        "a room that is none",
                        "/api/v1/cameras/bad-c/move",
                        "{'office': 'bad', 'room': '<hall>', 'area': 'OUTSIDE'}",
                        INVALID),
                Arguments.of(
                        "an office that is not there",
                        "/api/v1/cameras/bad-c/move",
                        "{'office': 'nowhere', 'room': 'hall', 'area': 'OUTSIDE'}",
                        "office-unknown"),
                Arguments.of(
                        "footage that ends before it begins",
                        "/api/v1/footage",
                        "{'camera': 'bad-c', 'from': '2026-11-02T07:00:00Z', 'to': '2026-11-02T06:00:00Z'}",
                        "range-impossible"),
                Arguments.of(
                        "footage of no camera",
                        "/api/v1/footage",
                        "{'camera': 'none', 'from': '2026-11-02T07:00:00Z', 'to': '2026-11-02T07:15:00Z'}",
                        "camera-unknown"),
                Arguments.of(
                        "footage from before there was a camera",
                        "/api/v1/footage",
                        "{'camera': 'bad-c', 'from': '2025-11-02T07:00:00Z', 'to': '2025-11-02T07:15:00Z'}",
                        "camera-not-there"),
                Arguments.of(
                        "a gap outside the segment",
                        "/api/v1/footage/bad-f/gap",
                        "{'from': '2026-11-02T06:59:00Z', 'to': '2026-11-02T07:02:00Z', 'cause': 'COVERED'}",
                        "outside-segment"),
                Arguments.of(
                        "an explanation of what is as it should be",
                        "/api/v1/footage/bad-f/explain",
                        "{'flaw': 'INTEGRITY', 'explanation': 'x'}",
                        "nothing-to-explain"),
                Arguments.of(
                        "a visit that is not there",
                        "/api/v1/footage/bad-f/link",
                        "{'target': 'VISIT', 'subject': 'nobody', 'at': '2026-11-02T07:01:00Z'}",
                        "subject-unknown"),
                Arguments.of(
                        "a visit of another time",
                        "/api/v1/footage/bad-f/link",
                        "{'target': 'VISIT', 'subject': 'bad-1', 'at': '2026-11-02T07:01:00Z'}",
                        "outside-subject"),
                Arguments.of(
                        "an event of another visit",
                        "/api/v1/footage/bad-f/link",
                        "{'target': 'VISIT', 'subject': 'bad-1', 'event': 'nothing', 'at': '2026-11-02T07:01:00Z'}",
                        "subject-unknown"),
                Arguments.of(
                        "an export of what is not here",
                        "/api/v1/footage/bad-f/export",
                        "{'recipient': 'COURT'}",
                        "content-not-here"),
                Arguments.of("a check of what is not here", "/api/v1/footage/bad-f/check", "{}", "content-not-here"),
                Arguments.of(
                        "a hold that is not there",
                        "/api/v1/footage/bad-f/release",
                        "{'hold': 'h9', 'reason': 'x'}",
                        "hold-unknown"),
                Arguments.of(
                        "a segment that is not there",
                        "/api/v1/footage/none/hold",
                        "{'hold': 'h1', 'ground': 'COMPLAINT'}",
                        "footage-unknown"),
                Arguments.of(
                        "a name for a language",
                        "/api/v1/custody/bad-c/explain-rights",
                        "{'language': 'Ivan Petrenko', 'signature': 'SIGNED'}",
                        INVALID),
                Arguments.of("fewer than no things", "/api/v1/custody/bad-c/log-property", "{'items': -1}", INVALID),
                Arguments.of(
                        "an entry that is none",
                        "/api/v1/custody/bad-c/late-entry",
                        "{'entry': 'visit.visitor-called', 'reason': 'x'}",
                        INVALID),
                Arguments.of("a number that is none", "/api/v1/custody/bad-c/corrections/first/approve", "{}", INVALID),
                Arguments.of(
                        "a correction that does not wait",
                        "/api/v1/custody/bad-c/corrections/1/approve",
                        "{}",
                        "correction-unknown"),
                Arguments.of(
                        "an office that is not there",
                        "/api/v1/custody",
                        "{'person': 'p-1', 'office': 'nowhere', 'ground': 'ON_RULING'}",
                        "office-unknown"),
                Arguments.of("a record that is not there", "/api/v1/custody/none/deliver", "{}", "custody-unknown"),
                Arguments.of("a unit that held nobody", "/api/v1/custody/units/bad/take-over", "{}", "unit-unknown"),
                Arguments.of("a visit to no cell", "/api/v1/custody/bad-c/seal", "{}", "custody-state"),
                Arguments.of("a desk that is open", "/api/v1/offices/bad/desks/1/remove", "{}", "desk-open")));
        return all.stream();
    }

    private static String policy(String limit) {
        return "{'policy': 'bad-rule', 'name': {'en': 'x'}, 'basis': {'en': 'x'}, 'limit': " + limit + "}";
    }

    private static String waits(String says) {
        return "{'policy': 'visit-wait-advice', 'name': {'en': 'x'}, 'basis': {'en': 'x'}, " + says + "}";
    }

    private static String calendar(String rows) {
        return "{'calendar': 'bad-days', 'name': {'en': 'x'}, 'firstDay': '2099-01-01', 'basis': {'en': 'x'}, 'weekly': ["
                + rows + "]}";
    }

    @ParameterizedTest(name = "{1}: {0}")
    @MethodSource("wrong")
    void recordsNothingAndSaysWhy(String what, String path, String body, String type) {
        long head = log.head();

        Api.Reply reply = admin.post(path, body);

        assertThat(reply.at("/type")).as("%s: %s", what, reply.body()).isEqualTo("urn:dovira:problem:" + type);
        assertThat(reply.status()).isBetween(400, 499);
        assertThat(reply.at("/status")).isEqualTo(String.valueOf(reply.status()));
        assertThat(reply.at("/title")).isNotBlank();
        assertThat(reply.at("/detail")).isNotBlank();
        assertThat(reply.header("Content-Type")).startsWith("application/problem+json");
        assertThat(log.head()).isEqualTo(head);
    }

    @Test
    void namesEveryFieldAtFaultAtOnce() {
        Api.Reply reply = admin.with("Idempotency-Key", "a b")
                .post("/api/v1/visits", "{'office': 'no office!', 'channel': 'pigeon', 'occurredAt': 'soon'}");

        assertThat(reply.json().at("/errors").findValuesAsString("field"))
                .containsExactlyInAnyOrder("occurredAt", "Idempotency-Key", "office", "service", "channel");
    }

    @Test
    void refusesWhatIsNotJson() {
        long head = log.head();

        Api.Reply reply = admin.postAs("/api/v1/visits", "text/plain", "office=bad");

        assertThat(reply.status()).isEqualTo(415);
        assertThat(reply.at("/type")).isEqualTo("urn:dovira:problem:unsupported-media-type");
        assertThat(log.head()).isEqualTo(head);
    }

    @Test
    void answersWithAProblemWhatNoControllerSees() {
        Api.Reply reply = admin.post("/api/v1/visits/bad-1;x=1/call", "{'desk': '1'}");

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.at("/type")).as(reply.body()).isEqualTo("urn:dovira:problem:bad-request");
        assertThat(reply.header("Content-Type")).startsWith("application/problem+json");
    }

    @Test
    void knowsNoOtherCommands() {
        Api.Reply reply = admin.post("/api/v1/visits/bad-1/levitate", "{}");

        assertThat(reply.status()).isEqualTo(404);
        assertThat(reply.at("/type")).as(reply.body()).isEqualTo("urn:dovira:problem:not-found");
    }

    @Test
    void refusesAnotherOfficeThanTheCallers() {
        // An administrator may send everything, so that only the office is wrong.
        Api elsewhere = Api.as(port, "admin", "other");
        long head = log.head();

        for (Sample sample : SAMPLES) {
            if (FOR_EVERY_OFFICE.stream().anyMatch(sample.path()::startsWith)) {
                continue;
            }
            Api.Reply reply = elsewhere.post(sample.path(), sample.with(""));
            assertThat(reply.at("/type"))
                    .as("%s: %s", sample.path(), reply.body())
                    .isEqualTo("urn:dovira:problem:office-outside-scope");
            assertThat(reply.status()).isEqualTo(403);
        }
        for (String path : List.of(
                "/api/v1/visits/bad-1",
                "/api/v1/offices/bad",
                "/api/v1/offices/bad/desks/1",
                "/api/v1/appeals/bad-a",
                "/api/v1/ratings/bad-s",
                "/api/v1/cameras/bad-c",
                "/api/v1/footage/bad-f",
                "/api/v1/custody/bad-c")) {
            assertThat(elsewhere.get(path).status()).as(path).isEqualTo(403);
            assertThat(admin.get(path).status()).as(path).isEqualTo(200);
        }
        assertThat(log.head()).isEqualTo(head);
    }

    private static Stream<Arguments> missing(String path, String... fields) {
        Sample sample = SAMPLES.stream()
                .filter(one -> one.path().equals(path))
                .findFirst()
                .orElseThrow();
        return Stream.of(fields)
                .map(field -> Arguments.of(
                        "no " + field,
                        path,
                        sample.with("").replaceFirst("'" + field + "': (\\{[^}]*}|[^,}]*),? ?", ""),
                        INVALID));
    }

    private static String quality(Sample sample) {
        return sample.body().contains("timeQuality")
                ? sample.with("").replace("EXACT", "AUTO_CLOSED")
                : sample.with("'timeQuality': 'AUTO_CLOSED'");
    }
}
