package io.dovira.query.pages;

import static org.assertj.core.api.Assertions.assertThat;

import io.dovira.pages.test.Browser;
import io.dovira.pages.test.RequiresBrowser;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The whiteboard of custody and the record of one stay, in a real browser. */
@RequiresBrowser
class CustodyPagesIT {
    private Browser browser;

    @BeforeEach
    void fresh() {
        browser = Browser.fresh();
    }

    private Browser open(String path) {
        return browser.open(Stage.base() + path);
    }

    @Test
    void putsWhatIsOverdueFirst() {
        open("/custody").until(".whiteboard tbody tr").until("#lag table").until("#batches table");

        assertThat(browser.all(".whiteboard tbody tr")).hasSize(5);
        assertThat(browser.text(".whiteboard tbody tr"))
                .contains("p-41c7d0", "too late", "Legal aid", "3 late entries", "correction waits for a signature");
        assertThat(browser.text("#complete")).contains("812,334");
        assertThat(browser.text("#shifts")).contains("waits for the second signature");
        assertThat(browser.text("#lag")).contains("1,204");
        assertThat(browser.text("#batches")).contains("p-7f31c2");
        browser.screenshot("custody-light").assertAccessible().assertQuiet();
        browser.scheme("dark").screenshot("custody-dark").assertReadable();
    }

    @Test
    void fitsATelephoneAndSpeaksUkrainian() {
        browser.size(390, 844);
        open("/custody?lang=uk").until(".whiteboard tbody tr").until("#batches table");

        assertThat(browser.text("h1")).isEqualTo("Затримані особи");
        assertThat(browser.js("return document.documentElement.scrollWidth")).isEqualTo(390L);
        browser.screenshot("custody-phone").assertAccessible().assertQuiet();
        open("/custody/c0?lang=uk").until(".entry");
        assertThat(browser.js("return document.documentElement.scrollWidth")).isEqualTo(390L);
        browser.screenshot("custody-record-phone").assertAccessible().assertQuiet();
    }

    @Test
    void saysThatNobodyIsHeld() {
        open("/custody?state=ENDED").until("#rows .empty");

        assertThat(browser.text("#rows")).contains("Nobody is held");
        browser.screenshot("custody-empty").assertAccessible().assertQuiet();
    }

    /** Who is not on the whiteboard any more is found by the number of the record, which asks what for. */
    @Test
    void findsARecordByItsNumber() {
        open("/custody").until(".whiteboard tbody tr");
        browser.find("#by-number input").sendKeys("unread-1\n");
        browser.until("#open");

        assertThat(browser.text("#record")).contains("What do you read this record for?");
    }

    @Test
    void flagsLateAndCorrectedEntriesOfARecord() {
        open("/custody/c0").until(".entry");

        assertThat(browser.all(".entry")).hasSize(4);
        assertThat(browser.all(".entry .badge.late")).hasSize(1);
        assertThat(browser.text(".entries")).contains("Cell visited", "corrected", "out of order", "camera");
        assertThat(browser.text(".checklists")).contains("Tell the legal-aid centre", "too late");
        assertThat(browser.text("#record")).contains("bodycam shows it", "lviv-03-cell-2");
        assertThat(browser.find("#decide").getAttribute("href")).endsWith(":8080/custody/c0/corrections");
        assertThat(browser.find("#work").getAttribute("href")).endsWith(":8080/custody/c0/record");
        browser.screenshot("custody-record-light").assertAccessible().assertQuiet();
        browser.scheme("dark").screenshot("custody-record-dark").assertReadable();
        browser.find(".check input").click();
        browser.await("all entries").until(() -> browser.all(".entry").size() == 5);
    }

    @Test
    void showsWhoReadTheRecordAndWhatFor() {
        open("/custody/c0").until("#accesses-title");

        assertThat(browser.text("#record")).contains("Who read this record", "oversight", "17/2026");
    }

    /** By a form on the command service: no link may record it. */
    @Test
    void asksWhatForBeforeItShowsARecord() {
        open("/custody/unread-1").until("#open");

        assertThat(browser.all(".entry")).isEmpty();
        assertThat(browser.find("#open").getAttribute("href")).endsWith(":8080/custody/unread-1/open");
        browser.screenshot("custody-purpose-light").assertAccessible();
        browser.scheme("dark").screenshot("custody-purpose-dark").assertReadable();
    }

    @Test
    void saysThatANewerWriterWasAtWork() {
        open("/custody/c9").until(".entry");

        assertThat(browser.text("#banner")).contains("person-teleported");
    }

    @Test
    void leadsToTheSignInWhenTheSessionHasEnded() {
        open("/custody/signed-out").until("#banner a");

        assertThat(browser.text("#banner")).contains("Your session has ended", "Sign in again");
        assertThat(browser.find("#banner a").getAttribute("href")).endsWith("/custody/signed-out");
        browser.screenshot("custody-signed-out").assertAccessible();
    }

    @Test
    void saysThatThereIsNoSuchRecord() {
        open("/custody/nobody").until("#record .empty");

        assertThat(browser.text("#record")).contains("No such record");
        browser.screenshot("custody-unknown").assertAccessible();
    }
}
