package io.dovira.command.pages;

import static org.assertj.core.api.Assertions.assertThat;

import io.dovira.command.Api;
import io.dovira.command.Offices;
import io.dovira.command.TestDatabase;
import io.dovira.command.identity.TestIssuer;
import io.dovira.eventstore.log.EventLog;
import io.dovira.eventstore.log.LogCursor;
import io.dovira.eventstore.log.LogFilter;
import io.dovira.eventstore.log.StoredEvent;
import io.dovira.pages.test.Browser;
import io.dovira.pages.test.RequiresBrowser;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.bson.BsonString;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;
import org.openqa.selenium.interactions.Actions;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import tools.jackson.databind.JsonNode;

/** The clerk's page in a real browser, on the real service. Each test has an office, and a member of staff, of its own. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@Import({TestDatabase.class, TestIssuer.class})
@RequiresBrowser
class DeskIT {
    @LocalServerPort
    private int port;

    @Autowired
    private EventLog log;

    private Api admin;
    private Browser browser;

    @BeforeEach
    void freshBrowser() {
        admin = Api.as(port, "admin");
        browser = Browser.fresh();
    }

    @Test
    void carriesAVisitFromTheDoorToTheEndWithTheKeyboard() {
        office("desk-day");
        browser.header("Authorization", TestIssuer.bearer("clerk", "desk-day"));
        open("/desk");

        // One office only: it is chosen already. The desk is.
        browser.untilShown("#serving", "Choose a desk that is free");
        browser.find("#desk").sendKeys(Keys.END, Keys.ENTER);
        browser.untilShown("#serving", "The desk is closed").screenshot("desk-closed");
        press("o");
        browser.untilShown("#seat", "open, free");
        press("b");
        browser.untilShown("#seat", "on a break");
        press("b");
        browser.untilShown("#seat", "open, free");
        press("n1");
        browser.untilShown("#issued", "A001");
        press("n2");
        browser.untilShown("#issued", "B002").untilShown("#waiting", "A001").screenshot("desk-waiting");
        printsASlip("B002");
        press("c");
        browser.untilShown("#serving", "A001").untilShown("#serving", "called");
        press("q");
        browser.untilShown("#waiting", "A001").untilShown("#seat", "open, free");
        press("c");
        browser.untilShown("#serving", "A001").untilShown("#serving", "called");
        press("r");
        browser.untilShown("#serving", "called 2 times");
        press("s");
        browser.untilShown("#serving", "in service").assertAccessible().screenshot("desk-serving");
        press("h");
        browser.untilShown("#serving", "on hold");
        press("h");
        browser.untilShown("#serving", "in service");
        press("a");
        browser.until("#dialog[open] select[name=kind]").assertAccessible().screenshot("desk-appeal");
        press(String.valueOf(Keys.TAB).repeat(3) + Keys.ENTER);
        browser.until("#dialog[open] #receipt-code").assertAccessible().screenshot("desk-receipt");
        press(Keys.ESCAPE);
        browser.await("the receipt is closed")
                .until(() -> browser.all("#dialog[open]").isEmpty());
        press("t");
        browser.until("#dialog[open]").assertAccessible().screenshot("desk-transfer");
        browser.find("#dialog select[name=service] option[value=passports]").click();
        browser.find("#dialog button[type=submit]").click();
        // Of two who wait for passports the other one came first.
        browser.untilShown("#serving", "B002");
        press(Keys.ARROW_UP);
        browser.untilShown("tr.chosen", "A001");
        press("c");
        browser.untilShown("#serving", "A001");
        press("s");
        browser.untilShown("#serving", "in service");
        press("f");
        browser.untilShown("#gone", "A001").untilShown("#serving", "B002");
        // What cannot be taken back is asked twice.
        press("c");
        browser.untilShown("#serving", "called");
        press("x");
        browser.untilShown("[data-act='no-show']", "Sure?");
        press("x");
        browser.untilShown("#gone", "did not come");
        press("n1");
        browser.untilShown("#issued", "A003").untilShown("#waiting", "A003");
        press(Keys.ARROW_DOWN);
        browser.untilShown("tr.chosen", "A003");
        press("l");
        browser.untilShown("tr.chosen [data-act='abandon']", "Sure?");
        press("l");
        browser.untilShown("#gone", "A003").untilShown("#gone", "left");

        press("e");
        browser.until("#dialog[open] input[name=reason]").screenshot("desk-correct");
        browser.find("#dialog select[name=field] option[value=SERVICE]").click();
        browser.find("#dialog select[name=is] option[value=advice]").click();
        browser.find("#dialog input[name=reason]").sendKeys("asked for advice");
        browser.find("#dialog button[type=submit]").click();
        browser.untilShown("#gone", "correction waits for a second person");
        assertThat(types(visit("desk-day", "B002"))).endsWith("visit.correction-proposed");
        assertThat(browser.text("#said")).contains("B002", "waits for a second person");

        assertThat(types(visit("desk-day", "A001")))
                .containsExactly(
                        "visit.visitor-arrived",
                        "visit.ticket-issued",
                        "visit.visitor-called",
                        "visit.leg-recycled",
                        "visit.visitor-called",
                        "visit.visitor-recalled",
                        "visit.service-started",
                        "visit.service-held",
                        "visit.service-resumed",
                        "visit.leg-transferred",
                        "visit.visitor-called",
                        "visit.service-started",
                        "visit.service-finished");

        assertThat(types(visit("desk-day", "A003"))).endsWith("visit.visitor-abandoned");
        assertThat(appealsOf(visit("desk-day", "A001"))).hasSize(1);

        browser.scheme("dark").size(390, 844).open(address("/desk?lang=uk"));
        browser.untilShown("#serving", "Ви вільні").assertAccessible().screenshot("desk-phone-dark-uk");
        press("?");
        browser.until("#dialog[open] .keys").assertAccessible().screenshot("desk-keys");
        browser.assertQuiet();
    }

    /** What is done without a connection is recorded in order when it is back, also if the page was closed meanwhile, with the time at which it was done. */
    @Test
    void goesOnWithoutAConnection() {
        office("desk-lost");
        Instant anHourAgo = Instant.now().minus(Duration.ofHours(1));
        assertThat(admin.post(
                                "/api/v1/offices/desk-lost/desks/3/open",
                                "{'staff': 'test-manager', 'occurredAt': '%s'}".formatted(anHourAgo))
                        .status())
                .isEqualTo(200);
        browser.header("Authorization", TestIssuer.bearer("manager", "desk-lost"));
        open("/desk?office=desk-lost&desk=3");
        browser.untilShown("#serving", "You are free");

        browser.connected(false);
        press("n1");
        browser.untilShown("#issued", "no number yet").untilShown("#serving", "no number yet");
        press("c");
        browser.untilShown("#serving", "called");
        press("s");
        browser.untilShown("#serving", "in service");
        press("f");
        browser.untilShown("#outbox-note", "4 steps are not sent yet")
                .untilShown("#lost", "No connection since")
                .untilShown("#feed-text", "no connection")
                .assertAccessible()
                .screenshot("desk-lost");
        assertThat(floor("desk-lost").at("/open")).isEmpty();

        // The page is closed; the connection comes back; ten minutes later the page is opened again.
        tenMinutesPass("test-manager");
        browser.open("about:blank").connected(true);
        open("/desk");

        browser.untilShown("#gone", "A001").untilShown("#outbox", "recorded late");
        browser.await("everything is sent")
                .until(() -> browser.text("#outbox-note").isEmpty());
        browser.screenshot("desk-late");
        List<StoredEvent> story = log.readStream("visit-" + visit("desk-lost", "A001"), 0);
        assertThat(story)
                .extracting(StoredEvent::type)
                .endsWith("visit.visitor-called", "visit.service-started", "visit.service-finished");
        assertThat(story)
                .allSatisfy(event -> assertThat(Duration.between(event.occurredAt(), event.recordedAt()))
                        .isBetween(Duration.ofMinutes(10), Duration.ofMinutes(12)));
        assertThat(story).allSatisfy(event -> assertThat(event.metaTexts()).containsEntry("quality", "EXACT"));
    }

    /** Nothing is closed by itself: what is open, of today and of days before, is given an outcome, with a connection or without. */
    @Test
    void givesEachOpenTicketAnOutcomeAtTheEndOfTheDay() {
        office("desk-evening");
        for (String desk : List.of("1", "2")) {
            assertThat(admin.post("/api/v1/offices/desk-evening/desks/" + desk + "/close", "{}")
                            .status())
                    .isEqualTo(200);
        }
        String forgotten = admin.post(
                        "/api/v1/visits",
                        "{'office': 'desk-evening', 'service': 'passports', 'occurredAt': '%s'}"
                                .formatted(Instant.now().minus(Duration.ofHours(30))))
                .at("/state/id");
        String waits = Offices.arrival(admin, "desk-evening");
        browser.header("Authorization", TestIssuer.bearer("clerk", "desk-evening"));
        open("/desk?office=desk-evening&desk=3");
        browser.untilShown("#serving", "The desk is closed")
                .untilShown("#open", "1 ticket of an earlier day is still open")
                .untilShown("#waiting", "A001")
                .screenshot("desk-evening");
        assertThat(browser.text("#waiting")).as("nobody is called for it").doesNotContain("B001");

        press("d");
        browser.until("#dialog[open] .outcomes").assertAccessible().screenshot("desk-outcomes");
        assertThat(browser.text("#dialog .outcomes li")).contains("B001", "Passports");
        press("n");
        // Hours, minutes and perhaps the half of the day are stops of their own.
        for (int i = 0; i < 5 && !focused().equals("how/" + waits); i++) {
            press(Keys.TAB);
        }
        assertThat(focused()).isEqualTo("how/" + waits);
        press("l" + Keys.TAB + Keys.ENTER);
        browser.untilShown("#gone", "A001").untilShown("#gone", "B001");
        browser.await("both are recorded")
                .until(() -> floor("desk-evening").at("/open").isEmpty());
        assertThat(log.readStream("visit-" + forgotten, 0).getLast())
                .returns("visit.visit-closed-by-system", StoredEvent::type)
                .returns("AUTO_CLOSED", event -> event.metaTexts().get("quality"));
        assertThat(log.readStream("visit-" + waits, 0).getLast())
                .returns("visit.visitor-abandoned", StoredEvent::type)
                .returns("ESTIMATED", event -> event.metaTexts().get("quality"));

        // The last desk closes with somebody still waiting, and no connection.
        press("o");
        browser.untilShown("#seat", "open, free");
        press("n1");
        browser.untilShown("#issued", "A002").untilShown("#waiting", "A002").assertQuiet();
        browser.connected(false);
        press("o");
        browser.untilShown("[data-act='close']", "Sure?");
        press("o");
        browser.until("#dialog[open] .outcomes");
        press("l");
        browser.find("#dialog button[type=submit]").click();
        browser.untilShown("#outbox-note", "2 steps are not sent yet").untilShown("#gone", "A002");
        browser.connected(true);
        browser.await("it is recorded")
                .until(() -> floor("desk-evening").at("/open").isEmpty());
        assertThat(types(visit("desk-evening", "A002"))).endsWith("visit.visitor-abandoned");

        browser.scheme("dark").size(390, 844).open(address("/desk?lang=uk"));
        Offices.arrival(admin, "desk-evening");
        browser.untilShown("#waiting", "A003").find("[data-act='end-day']").click();
        browser.until("#dialog[open] .outcomes").assertAccessible().screenshot("desk-outcomes-phone-uk");
    }

    @Test
    void tellsWhoWasCalledAtAnotherDeskFirst() {
        office("desk-two");
        browser.header("Authorization", TestIssuer.bearer("admin", "desk-two"));
        open("/desk?office=desk-two&desk=3");
        browser.untilShown("#serving", "The desk is closed");
        press("o");
        browser.untilShown("#seat", "open, free");
        String visit = Offices.arrival(admin, "desk-two");
        browser.untilShown("#serving", "A001");

        // The clerk sees what was true a moment ago, as anybody does on a slow network.
        browser.connected(false);
        assertThat(admin.post("/api/v1/visits/" + visit + "/call", "{'desk': '1'}")
                        .status())
                .isEqualTo(200);
        press("c");
        browser.untilShown("#serving", "called");
        browser.connected(true);

        browser.untilShown("#problem", "A001 was called at another desk.")
                .untilShown("#outbox", "A001 was called at another desk.")
                .untilShown("#serving", "Nobody waits for this desk")
                .screenshot("desk-refused");
        browser.find("#outbox button").click();
        browser.await("the outbox is empty")
                .until(() -> !browser.find("#outbox-panel").isDisplayed());
        assertThat(types(visit)).containsOnlyOnce("visit.visitor-called");
    }

    /**
     * People sign in, and so the page's requests carry a form token. What their browser keeps opens the page when the service cannot be reached; what they do is
     * recorded later, as theirs. Nothing is kept of who they are, and nothing at all after they have signed out.
     */
    @Test
    void opensWithoutAConnectionForWhoHasSignedIn(
            @Value("${dovira.data}") Path data, @Value("${dovira.query-url}") String boards) throws Exception {
        office("desk-kept");
        try (Cable cable = new Cable(port)) {
            browser.open(cable.address("/desk?office=desk-kept&desk=3"));
            browser.find("#username").sendKeys("clerk");
            browser.find("#password")
                    .sendKeys(Files.readString(data.resolve("identity/users/clerk"))
                            .strip());
            browser.find("form button[type=submit]").click();
            browser.untilShown("#serving", "The desk is closed");
            press("o");
            browser.untilShown("#seat", "open, free");
            assertThat(browser.text(".top nav"))
                    .contains("Live board", "Desk", "Appeals")
                    .doesNotContain("Operations");
            assertThat(browser.find(".brand").getDomAttribute("href")).isEqualTo(boards + "/");
            browser.await("the page is kept")
                    .until(() -> "true".equals(inBrowser("caches.match('/desk/kept').then((one) => Boolean(one))")));
            browser.await("that the desk is open is kept")
                    .until(() -> String.valueOf(browser.js("return localStorage.getItem('dovira-signed-in/desk')"))
                            .contains("\"FREE\""));
            browser.assertQuiet();

            cable.cut();
            browser.open(cable.address("/desk"));
            browser.untilShown("#lost", "No connection since")
                    .untilShown("#serving", "You are free")
                    .untilShown("#waiting", "Who waited before is known again")
                    .assertAccessible()
                    .screenshot("desk-kept");
            assertThat(browser.all("input[name=_csrf], .user")).isEmpty();
            press("n1");
            browser.untilShown("#issued", "no number yet");
            tenMinutesPass("clerk");

            cable.mend();
            browser.open(cable.address("/desk"));
            browser.untilShown("#outbox", "recorded late").untilShown("#waiting", "A001");
            String visit = floor("desk-kept").at("/open/0/visit").asString();
            assertThat(log.readStream("visit-" + visit, 0)).isNotEmpty().allSatisfy(event -> {
                assertThat(Duration.between(event.occurredAt(), event.recordedAt()))
                        .isBetween(Duration.ofMinutes(10), Duration.ofMinutes(12));
                assertThat(event.metaTexts()).containsEntry("actor", "clerk");
            });

            // A clock that is ten minutes ahead is put right when the service is heard again: nothing is told of a
            // moment that has not come.
            cable.cut();
            browser.open(cable.address("/desk"));
            browser.untilShown("#lost", "No connection since");
            browser.js("const now = Date.now.bind(Date); Date.now = () => now() + 600_000");
            press("n1");
            browser.untilShown("#issued", "no number yet");
            Instant before = Instant.now();
            cable.mend();
            browser.untilShown("#waiting", "A002");
            String second = floor("desk-kept").at("/open/1/visit").asString();
            assertThat(log.readStream("visit-" + second, 0)).isNotEmpty().allSatisfy(event -> {
                assertThat(event.occurredAt()).isBetween(before.minusSeconds(60), event.recordedAt());
                assertThat(event.metaTexts()).containsEntry("quality", "ESTIMATED");
            });

            browser.open(cable.address("/desk"));
            browser.untilShown("#waiting", "A002");
            browser.find(".leave button").click();
            browser.await("signed out")
                    .until(() ->
                            !String.valueOf(browser.driver().getCurrentUrl()).contains("/desk"));
            browser.open(cable.address("/ticket"));
            assertThat(
                            inBrowser(
                                    "Promise.all([caches.keys(), navigator.serviceWorker.getRegistrations()])"
                                            + ".then(([kept, workers]) => kept.length + workers.length"
                                            + " + Object.keys(localStorage).filter((key) => key.startsWith('dovira-signed-in/')).length)"))
                    .isEqualTo("0");
        }
    }

    @Test
    void isNotForEveryRole() {
        browser.header("Authorization", TestIssuer.bearer("auditor"));
        open("/desk");
        assertThat(browser.text("main")).contains("This is not for your role");
    }

    private String focused() {
        return String.valueOf(browser.js("return document.activeElement.name"));
    }

    /** What the printer would get; the paper itself is among the screenshots. */
    private void printsASlip(String ticket) {
        browser.js("window.print = () => { window.printed = true; }");
        press("p");
        browser.await("the printer is asked").until(() -> Boolean.TRUE.equals(browser.js("return window.printed")));
        assertThat(browser.text("#slip")).contains("Front office", ticket, "Passports", "localhost:8080/ticket");
        assertThat(browser.js("return document.querySelector('#slip img').naturalWidth > 0"))
                .isEqualTo(true);
        browser.paper("desk-slip").js("dispatchEvent(new Event('afterprint'))");
        assertThat(browser.text("#slip")).isEmpty();
    }

    private void office(String office) {
        Offices.open(admin, office);
        assertThat(admin.post("/api/v1/offices/" + office + "/desks/3/install", "{'name': {'en': 'Desk 3'}}")
                        .status())
                .isEqualTo(200);
    }

    /** What was done is so much older. */
    private void tenMinutesPass(String staff) {
        browser.js("""
                for (const key of Object.keys(localStorage).filter((one) => one.startsWith(`dovira-desk/${arguments[0]}/`))) {
                  const item = JSON.parse(localStorage.getItem(key));
                  item.at = new Date(Date.parse(item.at) - 600000).toISOString();
                  localStorage.setItem(key, JSON.stringify(item));
                }""", staff);
    }

    /** What a promise in the page comes to, as text. */
    private String inBrowser(String promise) {
        return String.valueOf(browser.driver()
                .executeAsyncScript("const done = arguments[0]; (" + promise
                        + ").then((one) => done(String(one)), (e) => done(String(e)));"));
    }

    private String address(String path) {
        return "http://localhost:" + port + path;
    }

    private void open(String path) {
        browser.open(address(path));
    }

    private void press(CharSequence keys) {
        for (int i = 0; i < keys.length(); i++) {
            new Actions(browser.driver()).sendKeys(keys.subSequence(i, i + 1)).perform();
        }
    }

    private JsonNode floor(String office) {
        return admin.get("/api/v1/offices/" + office + "/floor").json();
    }

    /** The visit of somebody who has left. */
    private String visit(String office, String ticket) {
        return floor(office)
                .at("/gone")
                .valueStream()
                .filter(guest -> guest.at("/ticket").asString().equals(ticket))
                .map(guest -> guest.at("/visit").asString())
                .findFirst()
                .orElseThrow();
    }

    private List<StoredEvent> appealsOf(String visit) {
        List<StoredEvent> found = new ArrayList<>();
        try (LogCursor cursor = log.read(0, LogFilter.types("appeal.appeal-lodged"))) {
            cursor.forEachRemaining(found::add);
        }
        return found.stream()
                .filter(event -> new BsonString(visit).equals(event.payload().get("visit")))
                .toList();
    }

    private List<String> types(String visit) {
        return log.readStream("visit-" + visit, 0).stream()
                .map(StoredEvent::type)
                .toList();
    }
}
