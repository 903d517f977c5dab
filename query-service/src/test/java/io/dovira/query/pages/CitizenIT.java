package io.dovira.query.pages;

import static org.assertj.core.api.Assertions.assertThat;

import io.dovira.eventstore.log.EventLog;
import io.dovira.pages.test.Browser;
import io.dovira.pages.test.RequiresBrowser;
import io.dovira.query.service.Api;
import io.dovira.query.story.StoredStory;
import io.dovira.query.story.Story;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.openqa.selenium.Keys;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;

/** Somebody with a receipt and a browser, whom the service does not know, over a log that it has sealed. */
@RequiresBrowser
@RealService
@DirtiesContext
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CitizenIT {

    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final long MINE = 7;

    private final EventLog log;
    private Browser browser;

    @LocalServerPort
    private int port;

    @Autowired
    CitizenIT(EventLog log) {
        this.log = log;
        this.browser = Browser.fresh();
    }

    @DynamicPropertySource
    static void aSealOfItsOwn(DynamicPropertyRegistry registry) throws IOException {
        String directory = Files.createTempDirectory("dovira-seal").toString();
        registry.add("dovira.seal.sign", () -> "true");
        registry.add("dovira.seal.origin", () -> "dovira.example/log");
        registry.add("dovira.seal.directory", () -> directory);
        registry.add("dovira.seal.database", () -> "dovira_test_seal_" + Long.toHexString(System.nanoTime()));
        registry.add("dovira.seal.interval", () -> "100ms");
    }

    @BeforeAll
    void record() {
        Story story =
                new Story().office("lviv", "police", "west", "Europe/Kyiv").offers("lviv", "advice", 600);
        for (int i = 0; i < 20; i++) {
            story.arrives("v-" + i, "lviv", "advice", "2026-11-23T08:00:00Z");
        }
        log.appendAll(story.facts().stream()
                .map(fact -> List.of(StoredStory.toAppend(fact)))
                .toList());
        Awaitility.await().atMost(LIMIT).until(() -> seal().get("sealed").asLong() == log.head());
    }

    @BeforeEach
    void nobody() {
        browser = Browser.fresh();
        browser.open("http://localhost:" + port + "/integrity")
                .await("loaded")
                .until(() -> browser.all(".is-loading").isEmpty());
    }

    private JsonNode seal() {
        return Api.asNobody(port).get("/api/v1/log/seal").json();
    }

    /** As the clerk hands it over. */
    private String receipt() {
        return Api.as(port, "clerk")
                .get("/api/v1/log/receipts/" + MINE)
                .json()
                .get("receipt")
                .asString();
    }

    private void paste(String text) {
        browser.find("#receipt").clear();
        browser.find("#receipt").sendKeys(text, Keys.ENTER);
    }

    private void assertVerdict(String kind, String text) {
        browser.untilShown("#result", text);
        assertThat(browser.find("#result [data-verdict]").getDomAttribute("data-verdict"))
                .isEqualTo(kind);
    }

    @Test
    void pastesTheReceiptAndSeesThatTheFactIsInTheLog() {
        paste(receipt());

        assertVerdict("ok", "Right. Your fact stands in the log at #7, unchanged since it was sealed.");
        assertThat(browser.text("#result"))
                .contains(
                        log.event(MINE).orElseThrow().stream(),
                        "From the hash at #7 the proof leads to the head of #" + log.head(),
                        "The checkpoint is signed with the key");
        browser.screenshot("citizen-right").assertAccessible().assertQuiet();
    }

    @Test
    void pastesTheLink() {
        paste("https://dovira.example/integrity#" + receipt());

        assertVerdict("ok", "Right. Your fact stands in the log at #7");
    }

    /** Any one byte of what it says: its last characters are a digest. */
    @Test
    void pastesAReceiptThatSomebodyHasChangedAndSeesThatItIsNot() {
        byte[] changed = Base64.getUrlDecoder().decode(receipt());
        changed[changed.length - 1] ^= 1;
        paste(Base64.getUrlEncoder().withoutPadding().encodeToString(changed));

        assertVerdict("wrong", "Wrong. The log holds something else at #7 than this receipt says.");
        assertThat(browser.text("#result")).contains("Not so: The hash of your receipt is the one in the log");
        browser.size(390, 1_600).screenshot("citizen-wrong-telephone").assertAccessible();
    }

    @Test
    void readsItInUkrainianOnATelephoneInTheDark() {
        browser.size(390, 2_000).scheme("dark").open("http://localhost:" + port + "/integrity?lang=uk#" + receipt());

        browser.until("#result [data-verdict=ok]").screenshot("citizen-telephone-uk-dark");
        assertThat(browser.js("return document.documentElement.scrollWidth")).isEqualTo(390L);
        browser.assertAccessible();
    }

    /** What is written on the way, in a log of requests for one, tells nothing of the receipt. */
    @Test
    void isAskedForNothing() {
        paste(receipt());
        assertVerdict("ok", "Right.");

        Object asked = browser.js("return performance.getEntriesByType('resource').map((each) => each.name).join(' ')");
        assertThat(String.valueOf(asked))
                .contains("/api/v1/log/proof?position=7")
                .doesNotContain(receipt());
    }
}
