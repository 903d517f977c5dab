package io.dovira.command.custody;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.dovira.access.Authorities;
import io.dovira.command.Api;
import io.dovira.command.Offices;
import io.dovira.command.TestDatabase;
import io.dovira.command.identity.TestIssuer;
import io.dovira.eventstore.log.EventLog;
import io.dovira.eventstore.log.StoredEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@Import({TestDatabase.class, TestIssuer.class})
class CustodyStoryIT {
    @LocalServerPort
    private int port;

    @Autowired
    private EventLog log;

    @Autowired
    private WebApplicationContext context;

    private Api officer;
    private Api admin;

    @BeforeEach
    void signIn() {
        officer = Api.as(port, "custody");
        admin = Api.as(port, "admin");
    }

    private String apprehended(String office, String custody, String at) {
        Offices.open(admin, office);
        Api.Reply reply = officer.post(
                "/api/v1/custody",
                "{'custody': '%s', 'person': 'p-1', 'office': '%s', 'ground': 'WITHOUT_RULING', 'occurredAt': '%s'}"
                        .formatted(custody, office, at));
        assertThat(reply.status()).as(reply.body()).isEqualTo(201);
        assertThat(reply.header("Location")).isEqualTo("/api/v1/custody/" + custody);
        return "/api/v1/custody/" + custody;
    }

    private Api.Reply step(String path, @Nullable String body) {
        return step(officer, path, body);
    }

    private static Api.Reply step(Api who, String path, @Nullable String body) {
        Api.Reply reply = who.post(path, body);
        assertThat(reply.status()).as(reply.body()).isEqualTo(200);
        return reply;
    }

    private static String at(String time) {
        return "'occurredAt': '2026-03-02T" + time + ":00Z'";
    }

    private static String task(Api.Reply reply, String duty, String field) {
        return reply.json()
                .at("/state/checklists")
                .valueStream()
                .flatMap(list -> list.get("tasks").valueStream())
                .filter(task -> task.get("duty").asString().equals(duty))
                .map(task -> task.get(field).asString(""))
                .findFirst()
                .orElse("");
    }

    @Test
    void goesFromTheApprehensionToTheSeal() {
        String path = apprehended("unit-story", "story", "2026-03-02T08:00:00Z");
        step(path + "/deliver", "{" + at("08:50") + "}");
        step(path + "/open", "{" + at("08:55") + "}");
        step(path + "/interview-detainee", "{" + at("08:56") + "}");
        step(path + "/interview-officer", "{'officer': 'p-9', " + at("08:57") + "}");
        step(path + "/note-injuries", "{'injuries': 'NONE', " + at("08:58") + "}");
        step(path + "/explain-rights", "{'language': 'uk', 'signature': 'SIGNED', " + at("09:00") + "}");
        Api.Reply told = step(path + "/notify-legal-aid", "{" + at("09:05") + "}");
        assertThat(task(told, "ASSIGN_LAWYER", "dueAt")).isEqualTo("2026-03-02T10:05:00Z");
        step(path + "/assign-cell", "{'cell': '3', " + at("09:10") + "}");
        Api.Reply visited =
                step(path + "/visit-cell", "{'level': 'INTERMITTENT', 'roused': true, " + at("10:00") + "}");
        assertThat(task(visited, "CELL_VISIT", "dueAt")).isEqualTo("2026-03-02T10:30:00Z");
        assertThat(task(visited, "CELL_VISIT", "policy")).isEqualTo("custody-cell-visit-l2@1");
        step(path + "/bring-to-court", "{" + at("11:00") + "}");
        step(path + "/rule", "{'ruling': 'OTHER_MEASURE', " + at("12:00") + "}");
        step(path + "/release", "{'ground': 'COURT', " + at("12:30") + "}");
        step(path + "/seal", "{" + at("13:00") + "}");
        assertThat(officer.post(path + "/visit-cell", "{'level': 'GENERAL', 'roused': false}")
                        .at("/type"))
                .isEqualTo("urn:dovira:problem:record-sealed");
        Api.Reply late = step(
                path + "/late-entry", "{'entry': 'custody.meal-offered', 'reason': 'forgotten', " + at("10:20") + "}");
        assertThat(late.at("/state/phase")).isEqualTo("SEALED");

        assertThat(log.readStream("custody-story", 0))
                .extracting(StoredEvent::type)
                .startsWith("custody.person-apprehended", "custody.clock-started")
                .endsWith("custody.person-released", "custody.record-sealed", "custody.late-entry-made");
        assertThat(log.readStream("unit-unit-story", 0))
                .extracting(StoredEvent::type)
                .containsExactly("unit.person-admitted", "unit.person-left");
    }

    /** A record is read in the query service, which asks what for. */
    @Test
    void showsWithoutAPurposeOnlyWhatWaitsForASignature() {
        String path = apprehended("unit-look", "look", "2026-03-02T08:00:00Z");
        step(path + "/deliver", "{" + at("08:50") + "}");
        step(path + "/assign-cell", "{'cell': '1', " + at("08:55") + "}");
        step(path + "/visit-cell", "{'level': 'INTERMITTENT', 'roused': true, " + at("08:59") + "}");

        assertThat(officer.get(path).json().get("state").propertyNames())
                .containsExactlyInAnyOrder("id", "person", "office", "phase", "proposals");
    }

    /** Not for who keeps records only; and for people a form, which leads to the record once it is recorded. */
    @Test
    void keepsWhoReadARecordAndWhatFor() {
        String path = apprehended("unit-read", "read", "2026-03-02T08:00:00Z");
        for (String role : List.of("quality", "auditor", "custody")) {
            step(Api.as(port, role), path + "/access", "{'purpose': 'OVERSIGHT', 'reference': '17/2026'}");
        }
        assertThat(Api.as(port, "quality")
                        .get("/custody/read/open?purpose=COURT")
                        .status())
                .as("the form")
                .isEqualTo(200);

        Api.Reply opened = form(Api.as(port, "quality"), "purpose=COURT&reference=&key=k-1");
        assertThat(opened.status()).isEqualTo(303);
        assertThat(opened.header("Location")).endsWith("/custody/read");
        assertThat(form(Api.as(port, "quality"), "purpose=COURT&reference=&key=k-1")
                        .status())
                .as("pressed twice")
                .isEqualTo(303);

        List<StoredEvent> accesses = log.readStream("custody-read", 0).stream()
                .filter(event -> event.type().equals("custody.record-accessed"))
                .toList();
        assertThat(accesses)
                .extracting(event -> event.payload().getString("by").getValue())
                .containsExactly("test-quality", "test-auditor", "test-custody", "test-quality");
        assertThat(accesses.getLast().payload().getString("purpose").getValue()).isEqualTo("COURT");
        assertThat(accesses.getFirst().meta().getString("office").getValue()).isEqualTo("unit-read");

        assertThat(form(Api.as(port, "quality"), "purpose=&key=k-2").status())
                .as("without a purpose")
                .isEqualTo(400);
        assertThat(form(Api.as(port, "manager"), "purpose=COURT&key=k-3").status())
                .isEqualTo(403);
        assertThat(form(Api.as(port, "custody", "another-unit"), "purpose=COURT&key=k-4")
                        .status())
                .isEqualTo(403);
        assertThat(Api.as(port, "custody", "another-unit")
                        .post(path + "/access", "{'purpose': 'CARE'}")
                        .status())
                .isEqualTo(403);
        assertThat(log.readStream("custody-read", 0).stream()
                        .filter(event -> event.type().equals("custody.record-accessed")))
                .hasSize(4);
    }

    private static Api.Reply form(Api who, String fields) {
        return who.postAs("/custody/read/open", "application/x-www-form-urlencoded", fields);
    }

    /** What a browser sends along by itself, the session, is not enough: somebody else's page could have it sent. */
    @Test
    void recordsNothingForALinkOrAFormOfSomebodyElse() throws Exception {
        String path = apprehended("unit-lured", "lured", "2026-03-02T08:00:00Z");
        MockMvc browser = MockMvcBuilders.webAppContextSetup(context)
                .apply(springSecurity())
                .build();
        RequestPostProcessor session =
                user("olena").authorities(Authorities.role("auditor"), Authorities.everyOffice());
        int before = log.readStream("custody-lured", 0).size();

        browser.perform(get("/custody/lured/open?purpose=COURT").with(session).accept(MediaType.TEXT_HTML))
                .andExpect(status().isOk());
        browser.perform(post("/custody/lured/open")
                        .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                        .param("purpose", "COURT")
                        .with(session))
                .andExpect(status().isForbidden());
        browser.perform(post("/custody/lured/open")
                        .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                        .param("purpose", "COURT")
                        .with(session)
                        .accept(MediaType.TEXT_HTML))
                .andExpect(status().isSeeOther())
                .andExpect(redirectedUrl("/custody/lured/open"));
        assertThat(log.readStream("custody-lured", 0)).as(path).hasSize(before);

        browser.perform(post("/custody/lured/open")
                        .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                        .param("purpose", "COURT")
                        .param("key", "k")
                        .with(session)
                        .with(csrf()))
                .andExpect(status().isSeeOther());
        assertThat(log.readStream("custody-lured", 0)).hasSize(before + 1);
    }

    /** The custody rows of the table of clocks, through the interface: when it began, what was due, until when, by which rule. */
    @ParameterizedTest
    @CsvSource({
        "ADMINISTRATIVE, 2026-03-02T08:00:00Z, END_DETENTION,  2026-03-02T11:00:00Z, custody-administrative@1",
        "ON_RULING,      2026-03-02T08:00:00Z, END_DETENTION,  2026-03-03T20:00:00Z, custody-on-ruling@1",
        "WITHOUT_RULING, 2026-03-02T08:00:00Z, END_DETENTION,  2026-03-11T08:00:00Z, custody-without-ruling@2",
        "WITHOUT_RULING, 2021-03-02T08:00:00Z, END_DETENTION,  2021-03-05T08:00:00Z, custody-without-ruling@1",
        "WITHOUT_RULING, 2022-04-30T20:59:59Z, END_DETENTION,  2022-05-03T20:59:59Z, custody-without-ruling@1",
        "WITHOUT_RULING, 2022-04-30T21:00:00Z, END_DETENTION,  2022-05-09T21:00:00Z, custody-without-ruling@2",
        "WITHOUT_RULING, 2026-03-28T20:00:00Z, BRING_TO_COURT, 2026-03-31T08:00:00Z, custody-court-delivery@1",
        "WITHOUT_RULING, 2024-02-28T08:00:00Z, HEAR_MEASURE,   2024-03-02T08:00:00Z, custody-measure-hearing@1",
        "WITHOUT_RULING, 2026-03-02T08:00:00Z, NOTIFY_LEGAL_AID, 2026-03-02T09:00:00Z, custody-legal-aid@1",
        "WITHOUT_RULING, 2026-03-02T08:00:00Z, NOTIFY_RELATIVES, 2026-03-02T09:00:00Z, custody-relatives@1"
    })
    void runsTheClocksOfTheLaw(String ground, String from, String duty, String due, String policy) {
        if (officer.get("/api/v1/offices/unit-clocks").status() == 404) {
            Offices.open(admin, "unit-clocks");
        }

        Api.Reply reply = officer.post(
                "/api/v1/custody",
                "{'person': 'p-1', 'office': 'unit-clocks', 'ground': '%s', 'occurredAt': '%s'}"
                        .formatted(ground, from));

        assertThat(task(reply, duty, "since")).isEqualTo(from);
        assertThat(task(reply, duty, "dueAt")).isEqualTo(due);
        assertThat(task(reply, duty, "policy")).isEqualTo(policy);
    }

    @Test
    void correctsWithTwoSignatures() {
        String path = apprehended("unit-correct", "correct", "2026-03-02T08:00:00Z");
        String first = log.readStream("custody-correct", 0).getFirst().id();

        Api.Reply proposed = step(
                path + "/correct",
                ("{'ofEvent': '%s', 'field': 'APPREHENDED_AT', 'was': '2026-03-02T08:00:00Z', 'is': '2026-03-02T07:10:00Z',"
                                + " 'reason': 'bodycam'}")
                        .formatted(first));
        assertThat(proposed.at("/state/apprehendedAt")).isEqualTo("2026-03-02T08:00:00Z");
        assertThat(proposed.at("/state/proposals/0/proposedBy")).isEqualTo("test-custody");
        assertThat(officer.post(path + "/corrections/1/approve", null).at("/type"))
                .isEqualTo("urn:dovira:problem:second-person-needed");

        Api.Reply page = admin.with("Accept", "text/html").get("/custody/correct/corrections");
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.body()).contains("data-id=\"correct\"", "data-person=\"test-admin\"", "/custody/correct\"");
        assertThat(Api.as(port, "quality")
                        .with("Accept", "text/html")
                        .get("/custody/correct/corrections")
                        .status())
                .isEqualTo(403);

        Api.Reply approved = step(admin, path + "/corrections/1/approve", null);

        assertThat(approved.at("/state/apprehendedAt")).isEqualTo("2026-03-02T07:10:00Z");
        assertThat(task(approved, "BRING_TO_COURT", "dueAt")).isEqualTo("2026-03-04T19:10:00Z");
    }

    @Test
    void handsOverAShiftWithTwoSignaturesAndEverybodyInIt() {
        String one = apprehended("unit-shift", "shift-1", "2026-03-02T08:00:00Z");
        step(one + "/deliver", "{" + at("08:50") + "}");
        officer.post(
                "/api/v1/custody",
                "{'custody': 'shift-2', 'person': 'p-2', 'office': 'unit-shift', 'ground': 'ON_RULING'}");
        step("/api/v1/custody/shift-2/deliver", null);
        String unit = "/api/v1/custody/units/unit-shift";
        assertThat(officer.get(unit).json().at("/state/held").size()).isEqualTo(2);
        step(unit + "/hand-over", null);
        assertThat(officer.post(unit + "/take-over", null).at("/type"))
                .isEqualTo("urn:dovira:problem:second-person-needed");

        Api.Reply taken = step(admin, unit + "/take-over", null);

        assertThat(taken.at("/state/onDuty")).isEqualTo("test-admin");
        assertThat(taken.at("/state/held/0/openDuties/0/duty")).isEqualTo("EXPLAIN_RIGHTS");
        List<StoredEvent> append = log.appendHolding(taken.at("/eventIds/0"));
        assertThat(append)
                .extracting(StoredEvent::stream)
                .containsExactly("custody-shift-1", "custody-shift-2", "unit-unit-shift");
        assertThat(append)
                .extracting(StoredEvent::type)
                .containsExactly("custody.person-handed-over", "custody.person-handed-over", "unit.shift-handed-over");
    }

    @Test
    void keepsBothTimesOfAVisitThatIsTypedLate() {
        Instant now = Instant.now();
        String path =
                apprehended("unit-late", "late", now.minus(Duration.ofHours(9)).toString());
        step(path + "/deliver", "{'occurredAt': '%s'}".formatted(now.minus(Duration.ofHours(8))));
        step(path + "/assign-cell", "{'cell': '1', 'occurredAt': '%s'}".formatted(now.minus(Duration.ofHours(7))));
        step(path + "/visit-cell", "{'level': 'GENERAL', 'roused': false}");

        Api.Reply late = step(
                path + "/visit-cell",
                "{'level': 'GENERAL', 'roused': false, 'occurredAt': '%s'}".formatted(now.minus(Duration.ofHours(4))));

        StoredEvent stored = log.appendHolding(late.at("/eventIds/0")).getFirst();
        assertThat(Duration.between(stored.occurredAt(), stored.recordedAt())).isGreaterThan(Duration.ofHours(3));
        assertThat(stored.meta().getString("quality").getValue()).isEqualTo("ESTIMATED");
    }

    @Test
    void isForCustodyOfficersOfTheUnit() {
        String path = apprehended("unit-roles", "roles", "2026-03-02T08:00:00Z");

        assertThat(Api.as(port, "clerk").post(path + "/deliver", null).status()).isEqualTo(403);
        assertThat(Api.as(port, "clerk").get(path).status()).isEqualTo(403);
        assertThat(Api.as(port, "auditor").get(path).status()).isEqualTo(403);
        assertThat(Api.as(port, "auditor")
                        .get("/api/v1/custody/units/unit-roles")
                        .status())
                .as("nobody was delivered there")
                .isEqualTo(404);
        assertThat(Api.as(port, "custody", "elsewhere")
                        .post(path + "/deliver", null)
                        .at("/type"))
                .isEqualTo("urn:dovira:problem:office-outside-scope");
        assertThat(Api.as(port, "custody", "elsewhere").get(path).status()).isEqualTo(403);
    }
}
