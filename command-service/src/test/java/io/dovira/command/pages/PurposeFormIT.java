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
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;

/** The form that asks what for, by keyboard, in a real browser on the real service. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@Import({TestDatabase.class, TestIssuer.class})
@RequiresBrowser
class PurposeFormIT {
    @LocalServerPort
    private int port;

    @Autowired
    private EventLog log;

    private List<StoredEvent> accesses() {
        return log.readStream("custody-asked", 0).stream()
                .filter(event -> event.type().equals("custody.record-accessed"))
                .toList();
    }

    @Test
    void recordsWhatIsSaidAndLeadsBack() {
        Api admin = Api.as(port, "admin");
        Offices.open(admin, "unit-asked");
        Api.Reply apprehended = admin.post(
                "/api/v1/custody",
                "{'custody': 'asked', 'person': 'p-1', 'office': 'unit-asked', 'ground': 'WITHOUT_RULING'}");
        assertThat(apprehended.status()).as(apprehended.body()).isEqualTo(201);
        Browser browser = Browser.fresh();
        browser.header("Authorization", TestIssuer.bearer("auditor"));
        browser.open("http://localhost:" + port + "/custody/asked/open").until("#purpose");
        browser.assertQuiet().assertAccessible().screenshot("purpose-light");
        browser.scheme("dark").screenshot("purpose-dark").assertReadable();
        assertThat(accesses()).as("only asked").isEmpty();

        browser.find("#purpose").sendKeys("oversight");
        browser.find("#reference").sendKeys("17/2026", Keys.ENTER);
        browser.await("recorded").until(() -> accesses().size() == 1);
        assertThat(accesses().getFirst().payload().getString("purpose").getValue())
                .isEqualTo("OVERSIGHT");
        assertThat(accesses().getFirst().payload().getString("reference").getValue())
                .isEqualTo("17/2026");
        browser.await("on the way back")
                .until(() -> browser.driver().getCurrentUrl().endsWith("/custody/asked"));
    }

    /** The form beside it, which asks why something is wrong. */
    @Test
    void asksForAnExplanationOfFootage() {
        Browser browser = Browser.fresh();
        browser.size(390, 844).header("Authorization", TestIssuer.bearer("custody"));
        browser.open("http://localhost:" + port + "/footage/any/explain?flaw=GAP")
                .until("#explanation");

        assertThat(browser.find("#flaw").getDomProperty("value")).isEqualTo("GAP");
        assertThat(browser.js("return document.documentElement.scrollWidth")).isEqualTo(390L);
        browser.assertQuiet().assertAccessible().screenshot("explain-phone");
        browser.scheme("dark").screenshot("explain-dark").assertReadable();
    }

    @Test
    void fitsATelephoneAndSpeaksUkrainian() {
        Browser browser = Browser.fresh();
        browser.size(390, 844).header("Authorization", TestIssuer.bearer("quality"));
        browser.open("http://localhost:" + port + "/footage/any/watch?lang=uk").until("#purpose");

        assertThat(browser.text("main")).contains("З якою метою", "знеособлення");
        assertThat(browser.js("return document.documentElement.scrollWidth")).isEqualTo(390L);
        browser.assertAccessible().screenshot("purpose-phone").assertQuiet();
    }
}
