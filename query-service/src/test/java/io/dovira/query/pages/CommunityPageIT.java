package io.dovira.query.pages;

import static org.assertj.core.api.Assertions.assertThat;

import io.dovira.pages.test.Browser;
import io.dovira.pages.test.RequiresBrowser;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.WebElement;

/** The map of a whole country, and what people said: the pages of communities and of feedback. */
@RequiresBrowser
class CommunityPageIT {
    private Browser browser;

    /** Few communities, because looking for faults in each of 1,470 cells takes long; one test counts those of the whole country. */
    @BeforeEach
    void fresh() {
        Stage.set("/community?count=120");
        Stage.set("/feedback?some=true");
        browser = Browser.fresh();
    }

    private void open(String path) {
        Stage.open(browser, path);
    }

    @Test
    void showsEveryCommunityOfTheCountry() {
        Stage.set("/community?count=1470");
        open("/community");

        assertThat(browser.all(".cell")).hasSize(1470);
        assertThat(browser.all(".region")).hasSize(24);
        assertThat(browser.text("#figures")).contains("275 of 1,470", "19%");
        assertThat(browser.text("#complete")).contains("#812,334");
        assertThat(browser.text("#rule")).contains("10,000", "community-officers-required@1");
        assertThat(browser.text("#trust")).contains("70.2 %", "± 2.2", "n = 2,018");
        assertThat(browser.text("#claims")).contains("4,000,000", "3,500,000", "1,700,000", "Counted here");
        assertThat(browser.text("#pipeline")).contains("10.5 / 31.0 · n = 520", "1.5, 4.0");
        browser.size(1440, 2600).screenshot("community-light").assertQuiet();
    }

    @Test
    void canBeReadInBothThemes() {
        open("/community");

        browser.size(1440, 2600).assertAccessible();
        browser.scheme("dark").screenshot("community-dark").assertReadable();
    }

    @Test
    void tellsOneCommunity() {
        open("/community");
        browser.js("document.querySelector('.cell[data-community=c10]').click()");
        browser.untilShown("#one", "Community 10");

        assertThat(browser.text("#one"))
                .contains(
                        "The sources contradict each other",
                        "41,200",
                        "43,900",
                        "reception, room for children",
                        "15 contacts");
        assertThat(browser.js("return location.search")).isEqualTo("?community=c10");
        assertThat(browser.js("return document.activeElement.id")).isEqualTo("one");
        // Else the header lies upon a row of the map.
        browser.size(1440, 2600).js("scrollTo(0, 0)");
        browser.screenshot("community-one").assertAccessible();
        browser.js("document.querySelector('[data-close]').click()");
        browser.await("closed").until(() -> !browser.find("#one").isDisplayed());
    }

    @Test
    void theAddressIsTheQuestion() {
        open("/community?region=region-03&asOf=2026-03-02");

        assertThat(browser.all(".region")).hasSize(1);
        assertThat(browser.js("return document.querySelector('[name=region]').value"))
                .isEqualTo("region-03");
        assertThat(browser.js("return document.querySelector('[name=asOf]').value"))
                .isEqualTo("2026-03-02");
    }

    @Test
    void saysThatThereIsNone() {
        Stage.set("/community?count=0");
        open("/community");

        assertThat(browser.text("#map")).contains("Communities appear here");
        assertThat(browser.text("#trust")).contains("No survey was published");
        browser.screenshot("community-empty").assertAccessible().assertQuiet();
    }

    @Test
    void fitsOnATelephoneInUkrainian() {
        browser.size(390, 844);
        open("/community?lang=uk");

        assertThat(
                        browser.js(
                                "return [...document.querySelectorAll('main *')].filter((each) => !each.closest('.scroll') &&"
                                        + " each.getBoundingClientRect().right > 390).map((each) => each.outerHTML.slice(0, 120)).join('|')"))
                .isEqualTo("");
        assertThat(browser.js("return document.documentElement.scrollWidth")).isEqualTo(390L);
        browser.size(390, 2600).screenshot("community-telephone").assertAccessible();
        open("/feedback?lang=uk");
        assertThat(browser.js("return document.documentElement.scrollWidth")).isEqualTo(390L);
        browser.size(390, 2600).screenshot("feedback-telephone").assertAccessible();
    }

    @Test
    void showsFeedbackWithTheNumberOfAnswers() {
        open("/feedback");

        assertThat(browser.text("#figures")).contains("87%", "n = 413", "−45.5");
        assertThat(browser.text("#rows")).contains("Skole", "n = 7, too few", "84–90%");
        assertThat(browser.all("#rows tbody th"))
                .as("by name, in no order of merit")
                .extracting(WebElement::getText)
                .containsExactly("Kyiv, station 7", "Lviv, station 1", "Skole");
        assertThat(browser.text("#rule")).contains("30", "feedback-small-n@1");
        assertThat(browser.all("#comments li")).hasSize(20);
        assertThat(browser.text("#comments")).as("text, never markup").contains("<b>quick</b> and polite");
        browser.size(1440, 2000).screenshot("feedback-light").assertAccessible().assertQuiet();
        browser.scheme("dark").screenshot("feedback-dark").assertReadable();
        browser.js("document.getElementById('older').click()");
        browser.untilShown("#comments", "comment 20");
        assertThat(browser.find("#newest").isDisplayed()).isTrue();
    }

    @Test
    void saysThatNobodyWasAsked() {
        Stage.set("/feedback?some=false");
        open("/feedback");

        assertThat(browser.text("#figures")).contains("No survey");
        assertThat(browser.text("#comments")).contains("Nobody has commented");
        browser.screenshot("feedback-empty").assertAccessible().assertQuiet();
    }
}
