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
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;

/** The pages on which records of custody are kept and appeals worked on, in a real browser on the real service. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@Import({TestDatabase.class, TestIssuer.class})
@RequiresBrowser
class WorkPagesIT {
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

    private Browser open(String path) {
        return browser.open("http://localhost:" + port + path);
    }

    private List<String> types(String stream) {
        return log.readStream(stream, 0).stream().map(StoredEvent::type).toList();
    }

    private void fill(Map<String, String> fields) {
        fields.forEach((name, value) -> browser.js("""
                const field = document.querySelector(`#act-form [name="${arguments[0]}"]`);
                field.value = arguments[1];
                field.dispatchEvent(new Event('change', { bubbles: true }));""", name, value));
    }

    private void send() {
        browser.find("#act-form button[type=submit]").click();
    }

    /** Opens the form of an act by its button, wherever that stands. */
    private void form(String act) {
        browser.until("#work [data-act='" + act + "']");
        browser.js(
                "const button = document.querySelector(`#work [data-act='${arguments[0]}']`);"
                        + " const closed = button.closest('details'); if (closed) closed.open = true; button.focus();",
                act);
        browser.driver().switchTo().activeElement().sendKeys(Keys.ENTER);
        browser.until("dialog[open] #act-form[data-act='" + act + "']");
    }

    private void enter(String act, Map<String, String> fields) {
        form(act);
        fill(fields);
        send();
        browser.await(act + " is recorded")
                .until(() -> browser.all("dialog[open]").isEmpty());
    }

    private String lastOf(String regex) {
        browser.await(regex).until(() -> browser.driver().getCurrentUrl().matches(regex));
        return browser.driver().getCurrentUrl().replaceFirst(regex, "$1");
    }

    private void beginRecord(String unit, String language) {
        browser.header("Authorization", TestIssuer.bearer("custody"));
        open("/custody/new?lang=" + language).until("#act-form select[name=office]");
        fill(Map.of("office", unit, "person", "p-worked", "ground", "WITHOUT_RULING"));
    }

    private String openRecord(String unit, String language) {
        beginRecord(unit, language);
        send();
        browser.until("#purpose");
        String id = lastOf(".*/custody/([^/]+)/record");
        browser.find("#purpose").sendKeys(language.equals("en") ? "care" : "догляд");
        browser.find("#open").click();
        browser.until("[data-list='RIGHTS']");
        return id;
    }

    @Test
    void keepsARecordFromTheApprehensionToAClosedDuty() {
        Offices.open(admin, "work-unit-worked");
        beginRecord("work-unit-worked", "en");
        browser.screenshot("work-custody-new").assertAccessible().assertQuiet();
        String id = openRecord("work-unit-worked", "en");
        assertThat(types("custody-" + id)).containsOnlyOnce("custody.record-accessed");

        enter("deliver", Map.of());
        enter("open", Map.of());
        browser.untilShown("#work .state", "In the unit");
        assertThat(browser.text("[data-list='RIGHTS']")).contains("Explain the rights");
        browser.screenshot("work-custody-light").assertAccessible().assertQuiet();
        browser.scheme("dark").screenshot("work-custody-dark").assertReadable();

        form("explain-rights");
        browser.screenshot("work-custody-form-dark").assertReadable();
        browser.scheme("light")
                .screenshot("work-custody-form-light")
                .assertAccessible()
                .assertQuiet();
        send();
        browser.untilShown("#signature-fault", "select");
        fill(Map.of("signature", "SIGNED", "language", "not a tag"));
        send();
        browser.untilShown("#language-fault", "must be a language tag");
        fill(Map.of("language", "uk"));
        send();
        browser.await("the duty is closed")
                .until(() -> browser.all("[data-duty='EXPLAIN_RIGHTS']").isEmpty());
        assertThat(browser.text("#said")).contains("Rights explained", "recorded");
        assertThat(browser.text("[data-list='LEGAL_AID']")).contains("Tell the legal-aid centre");
        enter("notify-legal-aid", Map.of());
        browser.await("the duty is closed, and the next one open")
                .until(() -> browser.all("[data-list='LEGAL_AID'] [data-duty='NOTIFY_LEGAL_AID']")
                                .isEmpty()
                        && !browser.all("[data-list='LEGAL_AID'] [data-duty='ASSIGN_LAWYER']")
                                .isEmpty());
        assertThat(types("custody-" + id)).contains("custody.rights-explained", "custody.legal-aid-notified");
    }

    @Test
    void saysBeforehandThatAnEntryIsLateAndWhyItsTimeIsRefused() {
        Offices.open(admin, "work-unit-late");
        openRecord("work-unit-late", "en");

        form("notify-relatives");
        assertThat(browser.text("#when")).contains("Now");
        fill(Map.of("at/day", "2026-03-02", "at/time", "08:00"));
        browser.untilShown("#when", "A late entry");
        browser.screenshot("work-custody-late").assertAccessible();
        send();

        browser.untilShown("#occurredAt-fault", "had not been apprehended");
    }

    @Test
    void showsNothingOfARecordToWhoHasNotSaidWhatFor() {
        Offices.open(admin, "work-unit-unsaid");
        assertThat(admin.post(
                                "/api/v1/custody",
                                "{'custody': 'unsaid', 'person': 'p-1', 'office': 'work-unit-unsaid', 'ground': 'WITHOUT_RULING'}")
                        .status())
                .isEqualTo(201);

        assertThat(admin.get("/custody/unsaid/record").body()).contains("What do you look at this for?");
        assertThat(admin.get("/custody/unsaid/record/state").status()).isEqualTo(403);
    }

    @Test
    void keepsARecordOnATelephoneInUkrainian() {
        Offices.open(admin, "work-unit-phone");
        browser.size(390, 844);
        openRecord("work-unit-phone", "uk");

        assertThat(browser.text("main")).contains("Ведення запису", "Роз’яснити права");
        assertThat(browser.js("return document.documentElement.scrollWidth")).isEqualTo(390L);
        browser.screenshot("work-custody-phone").assertAccessible().assertQuiet();
        form("explain-rights");
        browser.screenshot("work-custody-form-phone").assertAccessible().assertQuiet();
    }

    @Test
    void worksAnAppealFromTheLodgingToTheAnswer() {
        Offices.open(admin, "work-appeal-worked");
        browser.header("Authorization", TestIssuer.bearer("clerk"));
        open("/appeals/new").until("#act-form select[name=office]");
        fill(Map.of("office", "work-appeal-worked", "channel", "POST", "kind", "COMPLAINT", "topic", "ROAD_SAFETY"));
        browser.screenshot("work-appeal-new").assertAccessible().assertQuiet();
        send();
        browser.until("#receipt-code")
                .screenshot("work-appeal-receipt")
                .assertAccessible()
                .assertQuiet();
        assertThat(browser.text("#receipt-code")).matches("[0-9A-Z]{5}(-[0-9A-Z]{5}){4}");
        browser.find("#go-on").click();
        browser.until("#work [data-act='register']");
        String id = lastOf(".*/appeals/([^/]+)/work");

        enter("register", Map.of());
        browser.untilShown("#term", "appeal-normal@");
        enter("assign", Map.of());
        browser.until("#work [data-act='answer']").untilShown("#work .state", "under review");
        browser.screenshot("work-appeal-light").assertAccessible().assertQuiet();
        browser.scheme("dark").screenshot("work-appeal-dark").assertReadable();
        enter("request-info", Map.of());
        browser.until("#work [data-act='receive-info']");
        assertThat(browser.all("#work [data-act='request-info']")).isEmpty();
        enter("receive-info", Map.of());
        browser.until("#work [data-act='extend']");
        form("extend");
        fill(Map.of("until", "2199-01-01", "reason", "an expert is asked", "toldAt/day", "2026-03-02"));
        send();
        browser.untilShown("#act-form", "The applicant has to be told before");
        browser.find("#act-form .button.plain").click();
        enter("answer", Map.of("outcome", "SATISFIED"));
        browser.until("#work [data-act='reopen']").untilShown("#work .state", "answered");
        assertThat(types("appeal-" + id)).endsWith("appeal.answer-sent");

        browser.scheme("light").size(390, 844);
        open("/appeals/" + id + "/work?lang=uk").until("#work [data-act='reopen']");
        assertThat(browser.js("return document.documentElement.scrollWidth")).isEqualTo(390L);
        browser.screenshot("work-appeal-phone").assertAccessible();
    }
}
