package io.dovira.command.pages;

import static org.assertj.core.api.Assertions.assertThat;

import io.dovira.command.Api;
import io.dovira.command.TestDatabase;
import io.dovira.command.identity.TestIssuer;
import io.dovira.pages.test.Browser;
import io.dovira.pages.test.RequiresBrowser;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;

/** The built-in policies in a real browser, on the real service. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@Import({TestDatabase.class, TestIssuer.class})
@RequiresBrowser
class PoliciesPageIT {
    private static final String PEACE = "[id='custody-without-ruling@1']";
    private static final String MARTIAL_LAW = "[id='custody-without-ruling@2']";

    @LocalServerPort
    private int port;

    /** For a service that no other test offers: they share the log. */
    private void publishWait() {
        Api.Reply reply = Api.as(port, "admin")
                .post(
                        "/api/v1/policies",
                        "{'policy': 'visit-wait-shown', 'name': {'en': 'Wait for the call', 'uk': 'Очікування виклику'},"
                                + " 'limit': {'amount': 900, 'unit': 'SECONDS'}, 'basis': {'en': 'Order No. 12', 'uk': 'Наказ № 12'}}");
        assertThat(reply.status()).as(reply.body()).isEqualTo(201);
    }

    @Test
    void showsWhichVersionHeldOnADay() {
        publishWait();
        Browser browser = Browser.fresh().header("Authorization", TestIssuer.bearer("auditor"));
        browser.open("http://localhost:" + port + "/policies?day=2022-04-20#custody-without-ruling@1")
                .untilShown(PEACE, "in force");
        assertThat(browser.text(PEACE)).contains("72", "art. 211");
        assertThat(browser.text(MARTIAL_LAW)).contains("216", "not yet");
        assertThat(browser.find(PEACE).getAttribute("class")).isEqualTo("named");
        assertThat(browser.text("#policies")).contains("at once; missed after", "Calendars", "Monday");
        assertThat(browser.text("[aria-labelledby=about-visit]")).contains("Visits", "Order No. 12", "not yet");
        browser.screenshot("policies-light").assertAccessible().assertQuiet();

        browser.js("const day = document.querySelector('input[type=date]'); day.value = '2022-06-01';"
                + " day.dispatchEvent(new Event('change', { bubbles: true }))");
        browser.untilShown(MARTIAL_LAW, "in force").untilShown(PEACE, "replaced by a newer one");
        browser.scheme("dark").screenshot("policies-dark").assertReadable();

        browser.size(390, 844);
        browser.open("http://localhost:" + port + "/policies?lang=uk").untilShown(MARTIAL_LAW, "чинна");
        assertThat(browser.js("return document.documentElement.scrollWidth")).isEqualTo(390L);
        browser.screenshot("policies-phone").assertAccessible().assertQuiet();
    }
}
