package io.dovira.command.citizens;

import static org.assertj.core.api.Assertions.assertThat;

import io.dovira.command.Api;
import io.dovira.command.FixtureBoards;
import io.dovira.command.Offices;
import io.dovira.command.TestDatabase;
import io.dovira.command.identity.TestIssuer;
import io.dovira.events.visits.TicketCode;
import io.dovira.eventstore.log.EventLog;
import io.dovira.eventstore.log.LogCursor;
import io.dovira.eventstore.log.LogFilter;
import io.dovira.eventstore.log.StoredEvent;
import io.dovira.pages.test.Browser;
import io.dovira.pages.test.RequiresBrowser;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.Keys;
import org.openqa.selenium.interactions.Actions;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;

/** The tablet and the ticket in a browser, by the people who use them: nobody is signed in. */
@RequiresBrowser
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@Import({TestDatabase.class, TestIssuer.class})
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CitizenPagesIT {
    private static final String ANSWERED = "feedback.survey-answered";
    private static final int FINGER = 88;

    private final EventLog log;
    private final FixtureBoards boards;
    private Browser browser = Browser.fresh();

    @LocalServerPort
    private int port;

    @Autowired
    CitizenPagesIT(EventLog log, FixtureBoards boards) {
        this.log = log;
        this.boards = boards;
    }

    @BeforeAll
    void open() {
        Offices.open(Api.as(port, "admin"), "hall");
    }

    @BeforeEach
    void nobody() {
        browser = Browser.fresh();
        boards.breakDown(false);
    }

    private void page(String path) {
        browser.open("http://localhost:" + port + path);
    }

    /** What the boards tell from now on. The page asks at once when a connection comes, and need not be waited for. */
    private void tell(String path, String body) {
        boards.set(path, body);
        browser.js("dispatchEvent(new Event('online'))");
    }

    private List<StoredEvent> ratings() {
        List<StoredEvent> found = new ArrayList<>();
        try (LogCursor cursor = log.read(0, LogFilter.types(ANSWERED))) {
            cursor.forEachRemaining(found::add);
        }
        return found;
    }

    @Test
    void takesARatingByOneTouchInAnyOfFourLanguages() {
        int before = ratings().size();
        browser.size(1280, 800);
        page("/kiosk/hall?lang=uk");
        browser.until("body[data-screen='faces']");
        String tablet = "[data-language='uk'] ";
        assertThat(browser.all(tablet + "[data-csat]")).hasSize(5).allSatisfy(face -> {
            Dimension size = face.getSize();
            assertThat(Math.min(size.width, size.height)).isGreaterThanOrEqualTo(FINGER);
        });
        assertThat(browser.all(tablet + "[data-speak]")).hasSize(4);
        browser.assertAccessible()
                .screenshot("kiosk-light")
                .scheme("dark")
                .assertReadable()
                .screenshot("kiosk-dark");
        browser.scheme("light");

        browser.find(tablet + "[data-speak='ro']").click();
        browser.untilShown("[data-language='ro'] h1", "Cum a fost vizita");
        assertThat(browser.js("return document.documentElement.lang")).isEqualTo("ro");
        browser.find("[data-language='ro'] [data-csat='4']").click();
        browser.until("body[data-screen='recommend']")
                .untilShown("[data-language='ro'] [data-screen='recommend'] h1", "I-ați sfătui");
        assertThat(browser.all("[data-language='ro'] [data-nps]")).hasSize(11).allSatisfy(score -> {
            Dimension size = score.getSize();
            assertThat(Math.min(size.width, size.height)).isGreaterThanOrEqualTo(FINGER);
        });
        browser.assertAccessible().screenshot("kiosk-recommend-light");
        browser.scheme("dark")
                .assertReadable()
                .screenshot("kiosk-recommend-dark")
                .scheme("light");
        browser.find("[data-language='ro'] [data-nps='9']").sendKeys(Keys.ENTER);
        // Whoever writes has a minute; whoever does not is thanked after a quarter of one.
        browser.until("body[data-screen='more']")
                .find("[data-language='ro'] textarea")
                .sendKeys("repede");
        browser.assertAccessible().screenshot("kiosk-more-light");
        browser.scheme("dark").screenshot("kiosk-more-dark").scheme("light");
        browser.find("[data-language='ro'] [data-send]").click();
        browser.until("body[data-screen='bye']").screenshot("kiosk-bye");

        browser.await("recorded").until(() -> ratings().size() == before + 1);
        StoredEvent rating = ratings().getLast();
        assertThat(rating.payload().toString()).contains("KIOSK", "repede", "\"nps\": 9");
        browser.until("body[data-screen='faces']");
        assertThat(browser.js("return document.documentElement.lang"))
                .as("the next visitor finds it as it was")
                .isEqualTo("uk");

        browser.size(390, 844);
        page("/kiosk/hall?lang=en");
        browser.until("body[data-screen='faces']").assertAccessible().screenshot("kiosk-390");
        assertThat(browser.all("[data-language='en'] [data-csat]"))
                .allSatisfy(face -> assertThat(face.getSize().height).isGreaterThanOrEqualTo(FINGER));
        browser.find("[data-language='en'] [data-csat='5']").click();
        browser.until("body[data-screen='recommend']").assertAccessible().screenshot("kiosk-recommend-390");
        browser.scheme("dark").screenshot("kiosk-recommend-390-dark");
        browser.find("[data-language='en'] [data-pass]").click();
        browser.until("body[data-screen='more']").screenshot("kiosk-more-390-dark");
        browser.find("[data-language='en'] [data-skip]").click();
        browser.await("recorded").until(() -> ratings().size() == before + 2);
        assertThat(ratings().getLast().payload().toString()).doesNotContain("nps");
        browser.assertQuiet();
    }

    @Test
    void keepsWhatItCannotSendAndSendsItOnceLater() {
        browser.size(1280, 800);
        page("/kiosk/hall?lang=en");
        browser.until("body[data-screen='faces']").connected(false);
        int before = ratings().size();
        Instant touched = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        browser.find("[data-language='en'] [data-csat='2']").click();
        browser.find("[data-language='en'] [data-nps='0']").click();
        browser.until("body[data-screen='more']");
        browser.find("[data-language='en'] [data-skip]").click();
        browser.await("kept")
                .until(() -> browser.find("[data-language='en'] [data-kept]").isDisplayed());
        browser.screenshot("kiosk-kept");
        Instant back = Instant.now();

        browser.connected(true);
        browser.await("sent").until(() -> ratings().size() == before + 1);
        browser.await("nothing kept")
                .until(() -> !browser.find("[data-language='en'] [data-kept]").isDisplayed());
        assertThat(ratings().getLast().occurredAt()).isBetween(touched.minusSeconds(2), back);
        assertThat(ratings().getLast().payload().toString()).contains("\"csat\": 2", "\"nps\": 0");
    }

    @Test
    void oneTouchIsEnoughAndTheSecondOfTwoIsNoAnswerToWhatCameBetween() {
        int before = ratings().size();
        browser.size(1080, 1920);
        page("/kiosk/hall?lang=en");
        browser.until("body[data-screen='faces']");
        assertFitsAndShoot("kiosk-portrait");
        browser.find("[data-language='en'] [data-csat='1']").click();
        browser.until("body[data-screen='recommend']");
        assertFitsAndShoot("kiosk-recommend-portrait");
        browser.scheme("dark").screenshot("kiosk-recommend-portrait-dark").scheme("light");

        Object scores = Objects.requireNonNull(
                browser.js(
                        "return [...document.querySelectorAll(\"[data-language='en'] [data-nps]\")]"
                                + ".map((score) => score.getBoundingClientRect()).map((at) => [Math.round(at.x + at.width / 2), Math.round(at.y + at.height / 2)])"));
        browser.find("[data-language='en'] [data-change]").click();
        // A face where a score comes next.
        List<?> face = (List<?>) Objects.requireNonNull(browser.js(
                "return arguments[0].map(([x, y]) => [x, y, document.elementFromPoint(x, y)?.closest('[data-csat]')"
                        + "?.dataset.csat]).find(([, , csat]) => csat)",
                scores));
        new Actions(browser.driver())
                .moveToLocation(((Number) face.get(0)).intValue(), ((Number) face.get(1)).intValue())
                .click()
                .click()
                .perform();
        assertThat(browser.js("return document.body.dataset.screen")).isEqualTo("recommend");
        // Whoever walks away, or turns off the tablet, has said enough.
        page("/kiosk/hall?lang=en");

        browser.await("recorded").until(() -> ratings().size() == before + 1);
        assertThat(ratings().getLast().payload().toString())
                .contains("\"csat\": " + face.get(2))
                .doesNotContain("nps");
    }

    private void assertFitsAndShoot(String name) {
        browser.screenshot(name);
        assertThat(browser.js("const shown = document.querySelector('.tablet:not([hidden])');"
                        + " return shown.scrollHeight <= shown.clientHeight && shown.scrollWidth <= shown.clientWidth"))
                .as("nothing scrolls")
                .isEqualTo(true);
    }

    /** A tablet that was off for days must not lose a rating in silence. */
    @Test
    void saysHowManyCouldNotBeSentUntilSomebodyHasSeenIt() {
        browser.size(1280, 800);
        page("/kiosk/hall?lang=en");
        browser.until("body[data-screen='faces']");
        assertThat(browser.find("[data-language='en'] [data-gone]").isDisplayed())
                .isFalse();
        int before = ratings().size();
        browser.js("localStorage.setItem('dovira-kiosk/hall/old', JSON.stringify("
                + "{csat: 5, key: 'old', at: '2020-01-02T10:00:00.000Z', state: 'waiting'}))");

        page("/kiosk/hall?lang=en&again");
        browser.untilShown("[data-language='en'] [data-gone]", "for the staff of the office: 1 (2020-01-02)");
        browser.assertAccessible().screenshot("kiosk-gone");
        page("/kiosk/hall?lang=en");
        browser.untilShown("[data-language='en'] [data-gone]", ": 1 (");
        assertThat(ratings()).hasSize(before);

        browser.js("location.hash = '#seen'");
        browser.await("seen")
                .until(() -> !browser.find("[data-language='en'] [data-gone]").isDisplayed());
    }

    @Test
    void tellsWhoSetsUpATabletThatThereIsNoSuchOffice() {
        page("/kiosk/nowhere?lang=pl");

        browser.untilShown("h1", "Nie ma takiej placówki").assertAccessible().screenshot("kiosk-unknown");
    }

    @Test
    void followsTheOwnVisitFromTheLineToTheRating() {
        Api clerk = Api.as(port, "clerk");
        Api.Reply arrived = clerk.post("/api/v1/visits", "{'office': 'hall', 'service': 'advice'}");
        String code = arrived.at("/state/code").replace("-", "");
        Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        String path = "/api/v1/tickets/" + code;
        boards.set(path, ticket("WAITING", now, "{'ahead': 3, 'desks': 2}", range(now, 480, 1_320), "null"));
        browser.size(390, 844);
        page("/ticket/" + arrived.at("/state/code").toLowerCase(Locale.ROOT));

        browser.untilShown("#ticket h1", "3 people before you").untilShown("#ticket", "between ");
        browser.assertAccessible().assertQuiet().screenshot("ticket-waiting-light");
        browser.scheme("dark")
                .assertReadable()
                .screenshot("ticket-waiting-dark")
                .scheme("light");

        tell(path, ticket("WAITING", now, "{'ahead': 0, 'desks': 0}", "null", "'NOBODY_WORKS'"));
        browser.untilShown("#ticket h1", "You are next").untilShown("#ticket", "Nobody works");
        boards.breakDown(true);
        browser.until("body.is-lost").untilShown("#banner", "No connection").screenshot("ticket-lost");
        boards.breakDown(false);
        tell(path, ticket("CALLED", now, "null", "null", "null"));
        browser.untilShown("#ticket h1", "Please come to Desk 1").screenshot("ticket-called");

        String visit = "/api/v1/visits/" + arrived.at("/state/id");
        clerk.post(visit + "/call", "{'desk': '1'}");
        clerk.post(visit + "/start", null);
        clerk.post(visit + "/finish", null);
        int before = ratings().size();
        tell(path, ticket("SERVED", now, "null", "null", "null"));
        browser.until("#rate [data-csat='5']");
        browser.find("#rate [data-csat='5']").click();
        browser.until("#rate textarea").assertAccessible().screenshot("ticket-rate");
        browser.find("#rate input[value='9']").click();
        browser.find("#rate textarea").sendKeys("quick");
        browser.find("#rate [type='submit']").click();
        browser.untilShown("#rate", "Thank you");
        assertThat(ratings()).hasSize(before + 1);
        assertThat(ratings().getLast().payload().toString()).contains(arrived.at("/state/id"), "quick", "\"nps\": 9");
        page("/ticket/" + code);
        browser.untilShown("#rate", "Thank you").size(1280, 800).screenshot("ticket-served-1280");
    }

    @Test
    void showsTheReceiptOfAnAppealBehindTheSameAddress() {
        String code = "7K2QF0M9XATB4ZC8WD1N5EHR6";
        boards.set("/api/v1/appeals/receipt/" + code, """
                {'id': 'a-1', 'officeName': {'uk': 'Відділення 3', 'en': 'Front office 3'}, 'timeZone': 'Europe/Kyiv', 'number': 'lviv-03/2026/17',
                 'state': 'UNDER_REVIEW', 'receivedAt': '2026-03-02T08:00:00Z', 'dayZero': '2026-03-02', 'due': '2026-04-02T20:59:59.999Z',
                 'pausedAt': null, 'endedAt': null, 'survey': null, 'position': 17, 'proof': {'recordedAt': '2026-03-02T08:00:00Z', 'receipt': 'x',
                 'link': 'http://localhost:1/integrity#x', 'leaf': 'x', 'inclusion': 'x'}}""");
        browser.size(390, 844);
        page("/ticket/" + code + "?lang=uk");

        browser.untilShown("#ticket h1", "Розглядається").untilShown("#ticket", "lviv-03/2026/17");
        browser.untilShown("#ticket", "2 квіт. 2026").assertAccessible().screenshot("ticket-receipt");
    }

    /** The desk makes codes by itself, also without a connection; the services have to find the same visit behind them. */
    @Test
    void aCodeOfTheDeskOpensTheVisitThatTheServicesFind() {
        page("/ticket");
        browser.until("#code");

        Object made = browser.driver()
                .executeAsyncScript("const done = arguments[0]; import('app/ticket-code').then((m) => m.newTicket())"
                        + ".then(({ code, visit }) => done(code + ' ' + visit), (e) => done(String(e)));");

        String[] parts = String.valueOf(made).split(" ", 2);
        assertThat(new TicketCode(parts[0]).printed()).isEqualTo(parts[0]);
        assertThat(new TicketCode(parts[0]).visit()).hasToString(parts[1]);
    }

    @Test
    void asksForTheCodeWhereThereIsNoneOrAWrongOne() {
        browser.size(390, 844);
        page("/ticket/A042");
        browser.untilShown("[role='alert']", "This is no code of ours")
                .assertAccessible()
                .screenshot("ticket-wrong");

        browser.find("#code").sendKeys("0000-0");
        browser.find("#code").clear();
        browser.find("#code").sendKeys("0".repeat(25));
        browser.find("[type='submit'].button").click();
        browser.untilShown("#ticket", "There is nothing behind this code").screenshot("ticket-unknown");
    }

    private static String ticket(String state, Instant now, String place, String range, String why) {
        return """
                {'position': 812334, 'at': '%s', 'ticket': 'A042', 'office': 'hall', 'officeName': {'uk': 'Відділення', 'en': 'Front office 3'},
                 'timeZone': 'Europe/Kyiv', 'service': 'advice', 'serviceName': {'uk': 'Консультація', 'en': 'Advice'}, 'state': '%s',
                 'arrivedAt': '%s', 'queuedAt': '%s', 'calledAt': '%s', 'endedAt': null, 'desk': '1', 'deskName': {'uk': 'Стіл 1', 'en': 'Desk 1'},
                 'place': %s, 'range': %s, 'why': %s}""".formatted(now, state, now.minusSeconds(300), now.minusSeconds(300), now, place, range, why);
    }

    private static String range(Instant now, int from, int to) {
        Instant told = now.minusSeconds(300);
        return "{'toldAt': '%s', 'from': '%s', 'to': '%s'}"
                .formatted(told, told.plusSeconds(from), told.plusSeconds(to));
    }
}
