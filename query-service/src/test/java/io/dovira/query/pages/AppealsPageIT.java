package io.dovira.query.pages;

import static org.assertj.core.api.Assertions.assertThat;

import io.dovira.events.AppealId;
import io.dovira.events.appeals.AppealCorrected;
import io.dovira.events.appeals.AppealCorrectionProposed;
import io.dovira.events.appeals.AppealField;
import io.dovira.events.appeals.InfoRequested;
import io.dovira.eventstore.log.EventLog;
import io.dovira.pages.test.Browser;
import io.dovira.pages.test.RequiresBrowser;
import io.dovira.query.appeals.AppealLog;
import io.dovira.query.identity.TestIssuer;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The pages of appeals of the real service, in a real browser. */
@RealService
@RequiresBrowser
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AppealsPageIT {
    @LocalServerPort
    private int port;

    private final AppealLog told;
    private Browser browser;

    @Autowired
    AppealsPageIT(EventLog log) {
        told = new AppealLog(log);
    }

    @BeforeAll
    void record() {
        told.policies();
        told.office("odesa");
        open("page-late", 0, days(-40), days(-1), false);
        open("page-soon", 1, days(-9), days(1), false);
        open("page-first", 2, days(-1), days(20), true);
        told.lodged("page-new", "odesa", told.now.minus(Duration.ofHours(1)), false, AppealLog.code(13));
        open("page-again", 4, days(-30), days(0), false);
        told.assigned("page-again", "odesa", days(-29));
        told.happens("odesa", days(-28), new InfoRequested(new AppealId("page-again"), null));
        told.answered("page-again", "odesa", days(-25));
        told.reopened("page-again", "odesa", days(-1), days(29));
        told.happens(
                "odesa",
                told.now,
                new AppealCorrectionProposed(
                        new AppealId("page-again"),
                        1,
                        "e1",
                        AppealField.TOPIC,
                        "ROAD_SAFETY",
                        "CRIME",
                        "read again",
                        "anna"));
        told.happens(
                "odesa",
                told.now,
                new AppealCorrectionProposed(
                        new AppealId("page-again"),
                        2,
                        "e1",
                        AppealField.KIND,
                        "COMPLAINT",
                        "PROPOSAL",
                        "no complaint",
                        "anna"));
        told.assigned("page-soon", "odesa", days(-8));
        told.happens("odesa", days(-2), new InfoRequested(new AppealId("page-soon"), "appeal-normal@1"));
        told.happens(
                "odesa",
                told.now,
                new AppealCorrected(
                        new AppealId("page-again"),
                        "e1",
                        AppealField.TOPIC,
                        "ROAD_SAFETY",
                        "CRIME",
                        "read again",
                        1,
                        "petro",
                        null,
                        null,
                        null));
    }

    private Instant days(int days) {
        return told.now.plus(Duration.ofDays(days));
    }

    private void open(String id, int code, Instant received, Instant due, boolean benefit) {
        told.lodged(id, "odesa", received, benefit, AppealLog.code(10 + code));
        told.registered(id, "odesa", received.plus(Duration.ofHours(1)), due);
    }

    @BeforeEach
    void asClerk() {
        browser = Browser.fresh().header("Authorization", TestIssuer.bearer("clerk", "odesa"));
    }

    private void open(String path) {
        browser.open("http://localhost:" + port + path);
    }

    @Test
    void showsWhatIsMostUrgentFirst() {
        browser.await("five appeals").until(() -> {
            open("/appeals");
            browser.until(".found tbody tr");
            return browser.all(".found tbody tr").size() == 5;
        });

        assertThat(browser.text(".found tbody tr:nth-child(1)")).contains("odesa/2026/1", "overdue", "over");
        assertThat(browser.text(".found tbody tr:nth-child(2)")).contains("not registered");
        assertThat(browser.text(".found tbody tr:nth-child(3)")).contains("clock stopped", "left");
        assertThat(browser.text("nav")).contains("Appeals");
        browser.untilShown("#figures", "n = 2: 2 d");
        browser.screenshot("appeals-light").assertAccessible().assertQuiet();
        browser.scheme("dark").screenshot("appeals-dark").assertReadable();
        browser.size(390, 844).screenshot("appeals-phone").assertAccessible();
        assertThat(browser.js("return document.documentElement.scrollWidth")).isEqualTo(390L);
    }

    @Test
    void keepsTheSearchInTheAddress() {
        open("/appeals?overdue=true");
        browser.until(".found tbody tr");
        assertThat(browser.all(".found tbody tr")).hasSize(1);

        open("/appeals?q=nobody");
        browser.untilShown("#results", "No appeal fits");
        browser.assertAccessible();
    }

    @Test
    void tellsOneAppealWithItsRoundsAndTimeline() {
        open("/appeals/page-again");
        browser.until(".fact[aria-current]");

        assertThat(browser.text("#story"))
                .contains(
                        "Round 2",
                        "Round 1",
                        "Corrections that wait",
                        "No. 2, proposed by anna",
                        "no complaint",
                        "none yet",
                        "2 d",
                        "Reopened",
                        "read again",
                        "crime",
                        "appeal-normal@1");
        assertThat(browser.find("#decide").getAttribute("href")).endsWith("/appeals/page-again/corrections");
        assertThat(browser.find("#work").getAttribute("href")).endsWith("/appeals/page-again/work");
        assertThat(browser.all(".fact")).hasSize(9);
        assertThat(browser.all(".fact .correction"))
                .as("two proposals, one of which was approved")
                .hasSize(3);
        browser.find(".fact button").click();
        browser.untilShown(".raw pre", "appeal.appeal-lodged");
        browser.screenshot("appeal-light").assertAccessible().assertQuiet();
        browser.scheme("dark").screenshot("appeal-dark").assertReadable();
        browser.size(390, 844).screenshot("appeal-phone").assertAccessible();
        assertThat(browser.js("return document.documentElement.scrollWidth")).isEqualTo(390L);
    }

    @Test
    void speaksUkrainian() {
        open("/appeals?lang=uk");
        browser.untilShown("h1", "Звернення");
        browser.until(".found tbody tr");
        assertThat(browser.text(".found")).contains("прострочено", "скарга");
        browser.screenshot("appeals-uk");
        open("/appeals/page-again");
        browser.untilShown("#story", "Розгляд 2");
        browser.screenshot("appeal-uk");
    }

    @Test
    void tellsWhenNobodyKnowsTheAppeal() {
        open("/appeals/nobody");
        browser.untilShown("h1", "No such appeal");
        browser.assertAccessible();
    }
}
