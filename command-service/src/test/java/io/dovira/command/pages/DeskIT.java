package io.dovira.command.pages;

import static org.assertj.core.api.Assertions.assertThat;

import io.dovira.command.Api;
import io.dovira.command.Offices;
import io.dovira.command.TestDatabase;
import io.dovira.command.identity.TestIssuer;
import io.dovira.eventstore.log.EventLog;
import io.dovira.eventstore.log.StoredEvent;
import io.dovira.pages.test.Browser;
import io.dovira.pages.test.RequiresBrowser;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
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
        browser.untilShown("#nothing, #serving", "Choose where you work");
        browser.find("#desk").sendKeys(Keys.END, Keys.ENTER);
        browser.untilShown("#serving", "The desk is closed").screenshot("desk-closed");
        press("o");
        browser.untilShown("#seat", "open, free");
        press("n1");
        browser.untilShown("#issued", "A001");
        press("n2");
        browser.untilShown("#issued", "B002").untilShown("#waiting", "A001").screenshot("desk-waiting");
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

        press("e");
        browser.until("#dialog[open] input[name=reason]").screenshot("desk-correct");
        browser.find("#dialog select[name=field] option[value=SERVICE]").click();
        browser.find("#dialog select[name=is] option[value=advice]").click();
        browser.find("#dialog input[name=reason]").sendKeys("asked for advice");
        browser.find("#dialog button[type=submit]").click();
        browser.await("the correction")
                .until(() -> types(visit("desk-day", "B002")).contains("visit.visit-corrected"));

        assertThat(types(visit("desk-day", "A001")))
                .containsExactly(
                        "visit.visitor-arrived",
                        "visit.ticket-issued",
                        "visit.visitor-called",
                        "visit.visitor-recalled",
                        "visit.service-started",
                        "visit.service-held",
                        "visit.service-resumed",
                        "visit.leg-transferred",
                        "visit.visitor-called",
                        "visit.service-started",
                        "visit.service-finished");

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
        browser.js("""
                for (const key of Object.keys(localStorage).filter((one) => one.startsWith('dovira-desk/test-manager/'))) {
                  const item = JSON.parse(localStorage.getItem(key));
                  item.at = new Date(Date.parse(item.at) - 600000).toISOString();
                  localStorage.setItem(key, JSON.stringify(item));
                }""");
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

    /** With a session instead of a token: the page's requests carry the form token. */
    @Test
    void isForPeopleWhoSignIn(@Value("${dovira.data}") Path data) throws Exception {
        office("desk-session");
        open("/desk?office=desk-session&desk=3");
        browser.find("#username").sendKeys("clerk");
        browser.find("#password")
                .sendKeys(Files.readString(data.resolve("identity/users/clerk")).strip());
        browser.find("form button[type=submit]").click();

        browser.untilShown("#serving", "The desk is closed");
        press("n1");
        browser.untilShown("#issued", "A001");
        assertThat(browser.text(".top nav"))
                .contains("Live board", "Desk", "Appeals")
                .doesNotContain("Operations");
        assertThat(browser.find(".brand").getDomAttribute("href")).isEqualTo("http://localhost:8081/");
        browser.assertQuiet();
    }

    @Test
    void isNotForEveryRole() {
        browser.header("Authorization", TestIssuer.bearer("auditor"));
        open("/desk");
        assertThat(browser.text("main")).contains("This is not for your role");
    }

    private void office(String office) {
        Offices.open(admin, office);
        assertThat(admin.post("/api/v1/offices/" + office + "/desks/3/install", "{'name': {'en': 'Desk 3'}}")
                        .status())
                .isEqualTo(200);
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

    private List<String> types(String visit) {
        return log.readStream("visit-" + visit, 0).stream()
                .map(StoredEvent::type)
                .toList();
    }
}
