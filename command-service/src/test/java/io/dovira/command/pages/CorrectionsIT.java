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
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;

/** The page of the second person in a real browser, on the real service. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@Import({TestDatabase.class, TestIssuer.class})
@RequiresBrowser
class CorrectionsIT {
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

    private void done(Api.Reply reply) {
        assertThat(reply.status()).as(reply.body()).isBetween(200, 201);
    }

    private List<String> types(String stream) {
        return log.readStream(stream, 0).stream().map(StoredEvent::type).toList();
    }

    @Test
    void approvesWhatSomebodyElseHasProposed() {
        Offices.open(admin, "unit-signing");
        Api officer = Api.as(port, "custody");
        done(officer.post(
                "/api/v1/custody",
                "{'custody': 'signing', 'person': 'p-1', 'office': 'unit-signing', 'ground': 'WITHOUT_RULING',"
                        + " 'occurredAt': '2026-03-02T08:00:00Z'}"));
        String first = log.readStream("custody-signing", 0).getFirst().id();
        done(officer.post(
                "/api/v1/custody/signing/correct",
                ("{'ofEvent': '%s', 'field': 'APPREHENDED_AT', 'was': '2026-03-02T08:00:00Z', 'is': '2026-03-02T07:10:00Z',"
                                + " 'reason': 'bodycam'}")
                        .formatted(first)));

        browser.header("Authorization", TestIssuer.bearer("custody"));
        browser.open("http://localhost:" + port + "/custody/signing/corrections")
                .until("[data-number='1']");
        assertThat(browser.text("#waiting")).contains("Apprehended", "bodycam", "You proposed this one");
        assertThat(browser.all("#waiting button")).isEmpty();

        browser.header("Authorization", TestIssuer.bearer("admin"));
        browser.open("http://localhost:" + port + "/custody/signing/corrections")
                .until("#waiting button");
        // The office is in Kyiv.
        assertThat(browser.text("#waiting")).contains("10:00", "09:10");
        browser.screenshot("corrections-light").assertAccessible().assertQuiet();
        browser.scheme("dark").screenshot("corrections-dark").assertReadable();
        browser.find("#waiting button").click();
        browser.untilShown("#said", "holds from now on").untilShown("#waiting", "Nothing waits here");
        assertThat(types("custody-signing")).contains("custody.entry-corrected");
    }

    /** From the clerk's desk: what the clerk has proposed of a visit, another account decides on. */
    @Test
    void decidesOnVisits() {
        Offices.open(admin, "visit-signing");
        Api clerk = Api.as(port, "clerk");
        String path = "/api/v1/visits/" + Offices.arrival(clerk, "visit-signing");
        String visit = path.substring(path.lastIndexOf('/') + 1);
        String stream = "visit-" + visit;
        String issued = log.readStream(stream, 0).getLast().id();
        done(clerk.post(
                path + "/correct",
                "{'ofEvent': '%s', 'leg': 1, 'field': 'SERVICE', 'was': 'advice', 'is': 'passports', 'reason': 'asked for one'}"
                        .formatted(issued)));

        browser.header("Authorization", TestIssuer.bearer("clerk"));
        browser.open("http://localhost:" + port + "/visits/" + visit + "/corrections")
                .until("[data-number='1']");
        assertThat(browser.text("#subject")).isEqualTo("A001");
        assertThat(browser.text("#waiting")).contains("Service", "leg 1", "passports", "You proposed this one");
        assertThat(browser.all("#waiting button")).isEmpty();
        assertThat(browser.find(".up a").getAttribute("href")).endsWith("/desk");

        browser.header("Authorization", TestIssuer.bearer("manager"));
        browser.open("http://localhost:" + port + "/visits/" + visit + "/corrections")
                .until("#waiting button");
        assertThat(browser.find(".up a").getAttribute("href")).endsWith("/interactions/visit-" + visit);
        browser.screenshot("corrections-visit").assertAccessible().assertQuiet();
        browser.find("#waiting button").click();
        browser.untilShown("#said", "holds from now on").untilShown("#waiting", "Nothing waits here");
        assertThat(types(stream)).endsWith("visit.correction-proposed", "visit.visit-corrected");
        assertThat(clerk.get(path).at("/state/legs/0/service")).isEqualTo("passports");
    }

    @Test
    void rejectsWithAReasonOnATelephoneInUkrainian() {
        Offices.open(admin, "appeal-signing");
        Api clerk = Api.as(port, "clerk");
        done(clerk.post(
                "/api/v1/appeals",
                "{'appeal': 'signing', 'office': 'appeal-signing', 'kind': 'COMPLAINT', 'topic': 'CRIME', 'channel': 'post',"
                        + " 'occurredAt': '2026-03-02T08:00:00Z'}"));
        String first = log.readStream("appeal-signing", 0).getFirst().id();
        done(clerk.post(
                "/api/v1/appeals/signing/correct",
                ("{'ofEvent': '%s', 'field': 'RECEIVED_AT', 'was': '2026-03-02T08:00:00Z', 'is': '2026-03-01T08:00:00Z',"
                                + " 'reason': 'postmark'}")
                        .formatted(first)));

        browser.size(390, 844).header("Authorization", TestIssuer.bearer("manager"));
        browser.open("http://localhost:" + port + "/appeals/signing/corrections?lang=uk")
                .until("#waiting form");
        assertThat(browser.js("return document.documentElement.scrollWidth")).isEqualTo(390L);
        browser.screenshot("corrections-phone").assertAccessible().assertQuiet();
        browser.find("#waiting input[name=reason]").sendKeys("штемпель нечіткий");
        browser.find("#waiting form button").click();
        browser.untilShown("#said", "відхилено").untilShown("#waiting", "Тут нічого не очікує");
        assertThat(types("appeal-signing")).endsWith("appeal.correction-rejected");

        browser.open("http://localhost:" + port + "/appeals/nobody/corrections").untilShown("#waiting", "Не знайдено");
    }
}
