package io.dovira.query.pages;

import static org.assertj.core.api.Assertions.assertThat;

import io.dovira.pages.test.Browser;
import io.dovira.pages.test.RequiresBrowser;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;

/** The page where everybody checks: over a real tree and key, told truly and falsely. */
@RequiresBrowser
class IntegrityPageIT {
    private Browser browser;

    @BeforeEach
    void honest() {
        stage("honest");
        browser = Browser.fresh();
        // A page of the same origin that does not write there itself.
        browser.open(Stage.base() + "/sign-in-failed").js("localStorage.clear()");
    }

    private static void stage(String how) {
        Stage.set("/seal?how=" + how);
    }

    private void open(String hash) {
        browser.open("about:blank");
        Stage.open(browser, "/integrity" + hash);
    }

    private void assertVerdict(String kind, String text) {
        browser.until("#result [data-verdict]");
        assertThat(browser.text("#result")).contains(text);
        assertThat(browser.find("#result [data-verdict]").getDomAttribute("data-verdict"))
                .isEqualTo(kind);
    }

    @Test
    void showsHowFarTheLogIsSealed() {
        open("");

        assertThat(browser.text("#figures")).contains("#650", "#700", "#512");
        assertThat(browser.text("#checkpoint"))
                .startsWith("dovira.example/log 650 ")
                .contains("— dovira.example/log ");
        assertThat(browser.text("#key")).startsWith("dovira.example/log+");
        browser.screenshot("integrity-light").assertQuiet();
        browser.scheme("dark").screenshot("integrity-dark");
    }

    @Test
    void aTrueReceiptIsRightAndNeverSentToTheServer() {
        open("#" + FixtureIntegrity.receipt(417));

        assertVerdict("ok", "Right. Your fact stands in the log at #417");
        assertThat(browser.text("#result"))
                .contains(
                        "visit-417",
                        "The hash of your receipt",
                        "the proof leads to the head of #650",
                        "is signed with the key");
        assertThat(browser.all("#result .proof use"))
                .allMatch(use -> "#i-ok".equals(use.getDomAttribute("href")))
                .hasSize(4);
        Object asked = browser.js("return performance.getEntriesByType('resource').map((each) => each.name).join(' ')");
        assertThat(String.valueOf(asked))
                .contains("/api/v1/log/proof?position=417")
                .doesNotContain(FixtureIntegrity.receipt(417));
        browser.screenshot("integrity-right").assertAccessible().assertQuiet();
        browser.scheme("dark").screenshot("integrity-right-dark").assertReadable();
    }

    @Test
    void everyReceiptOfTheLogIsRightByThisCodeToo() {
        open("");
        for (long position : List.of(1L, 2L, 255L, 256L, 257L, 512L, 513L, 649L, 650L)) {
            browser.js("location.hash = arguments[0]", FixtureIntegrity.receipt(position));
            browser.untilShown("#result", "at #" + position);
            assertVerdict("ok", "at #" + position);
        }
    }

    @Test
    void aReceiptThatSaysSomethingElseIsWrong() {
        String changed = java.util.Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(FixtureIntegrity.leaf("somebody", 417).entry());
        open("#" + changed);

        assertVerdict("wrong", "Wrong. The log holds something else at #417");
        assertThat(browser.text("#result")).contains("Not so: The hash of your receipt");
        browser.screenshot("integrity-wrong").assertAccessible();
    }

    @Test
    void whatIsNotSealedYetIsNotCalledWrong() {
        open("#" + FixtureIntegrity.receipt(690));
        assertVerdict("waiting", "Not sealed yet. #690 is in the log, which is sealed up to #650");

        open("#" + FixtureIntegrity.receipt(9_000));
        assertVerdict("wrong", "The log ends at #700");
    }

    @Test
    void aPositionAloneProvesLess() {
        open("");
        browser.find("#receipt").sendKeys("417", Keys.ENTER);

        assertVerdict("unknown", "A position alone does not show that it is your fact");
        browser.find("#receipt").clear();
        browser.find("#receipt").sendKeys("nonsense", Keys.ENTER);
        browser.untilShown("#result", "This is no receipt and no position");
    }

    @Test
    void catchesAServerThatLies() {
        stage("lying");
        open("#" + FixtureIntegrity.receipt(417));
        assertVerdict("wrong", "could not prove it");

        stage("forged");
        open("#" + FixtureIntegrity.receipt(417));
        assertVerdict("wrong", "could not prove it");
    }

    @Test
    void saysThatTheLogWasChanged() {
        stage("contradicted");
        open("");

        assertThat(browser.text("#banner")).contains("The log is not what was sealed", "First at position #417");
        browser.screenshot("integrity-contradicted").assertAccessible();
    }

    /** A rewritten log with a new, well signed head convinces nobody who has seen the old one. */
    @Test
    void remembersWhatItWasShown() {
        String seen = Stage.bean(FixtureIntegrity.class).seen(300);
        browser.js(
                "localStorage.setItem('dovira-checkpoint', arguments[0])",
                "{\"size\":300,\"root\":\"" + seen + "\",\"at\":\"2026-11-24T10:00:00Z\"}");
        open("");
        browser.untilShown("#witness", "The log still begins as this browser saw it last: #300");

        stage("rewritten");
        open("");
        browser.untilShown("#witness", "does not begin any more as this browser saw it: #650");
        browser.screenshot("integrity-rewritten").assertAccessible();
    }

    /** Nor do true answers about the old log, and what was seen is kept as the evidence. */
    @Test
    void comparesWithTheHeadThatIsSigned() {
        String seen = Stage.bean(FixtureIntegrity.class).seen(300);
        for (String how : List.of("hiding", "forged")) {
            browser.js(
                    "localStorage.setItem('dovira-checkpoint', arguments[0])",
                    "{\"size\":300,\"root\":\"" + seen + "\",\"at\":\"2026-11-24T10:00:00Z\"}");
            stage(how);
            open("");
            browser.untilShown("#witness", "does not begin any more as this browser saw it: #300");
            assertThat(String.valueOf(browser.js("return localStorage.getItem('dovira-checkpoint')")))
                    .contains("\"size\":300");
        }
    }

    @Test
    void fitsOnATelephoneInUkrainian() {
        browser.size(390, 844);
        open("?lang=uk#" + FixtureIntegrity.receipt(417));
        browser.until("#result [data-verdict=ok]");

        assertThat(browser.js("return document.documentElement.scrollWidth")).isEqualTo(390L);
        browser.size(390, 2_000).screenshot("integrity-telephone").assertAccessible();
    }
}
