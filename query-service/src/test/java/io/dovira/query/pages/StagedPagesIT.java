package io.dovira.query.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dovira.pages.test.Browser;
import io.dovira.pages.test.RequiresBrowser;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;

/** Moments that a real service does not show on demand, in a real browser. */
@RequiresBrowser
class StagedPagesIT {
    private Browser browser;

    @BeforeEach
    void calmBoard() {
        stage("count=40&change=3&every=300");
        browser = Browser.fresh();
    }

    private static void stage(String how) {
        Stage.set("?" + how);
    }

    private Browser open(String path) {
        return browser.open(Stage.base() + path);
    }

    private List<String> states() {
        return browser.all("#tiles > .tile").stream()
                .map(tile -> Objects.requireNonNull(tile.getDomAttribute("data-state")))
                .toList();
    }

    @Nested
    class Board {

        @Test
        void putsTheOfficesThatNeedSomebodyFirst() {
            // Tiles keep their places for some seconds while states change; here nothing changes.
            stage("change=0");
            open("/").until("#tiles > .tile[data-office]");
            List<String> order = List.of("critical", "warning", "ok", "quiet", "record");

            assertThat(states()).isSortedAccordingTo((a, b) -> Integer.compare(order.indexOf(a), order.indexOf(b)));
            assertThat(states())
                    .contains("critical", "ok")
                    .doesNotContain("record")
                    .hasSize(34);
            browser.screenshot("board-light").assertQuiet();
        }

        @Test
        void tellsEveryStateByShapeAndWordsToo() {
            for (String state : List.of("critical", "ok", "record")) {
                if (!state.equals("ok")) {
                    open(state.equals("record") ? "/?origin=IMPORTED" : "/").until("#tiles > .tile[data-office]");
                }
                String tile = "#tiles > .tile[data-state=" + state + "]";
                assertThat(browser.find(tile + " use").getDomAttribute("href")).isEqualTo("#i-" + state);
                assertThat(browser.text(tile + " .tile-reason")).isNotBlank();
            }
        }

        @Test
        void saysWithinFiveSecondsThatTheStreamIsLostAndComesBackByItself() {
            open("/").untilShown("#feed", "live");
            long silentSince = System.nanoTime();

            stage("quiet=true");
            browser.until("#feed-banner");

            // The moment it took is told, not asserted: a loaded machine may be late.
            System.out.printf("lost stream shown after %d ms%n", (System.nanoTime() - silentSince) / 1_000_000);
            assertThat(browser.text("#feed-banner")).startsWith("No signal from the server. What you see is as of");
            browser.screenshot("board-lost").assertAccessible();

            stage("quiet=false");
            browser.untilShown("#feed", "live");
            browser.await("no banner").until(() -> browser.all("#feed-banner").isEmpty());
        }

        @Test
        void keepsTheFilterInTheAddress() {
            open("/").until("#tiles > .tile[data-office]").untilShown("label:has([value=LIVE])", "Live 34");
            assertThat(browser.text("label:has([value=SIMULATED])"))
                    .as("what is not looked at is not forgotten")
                    .matches("Simulated [1-9]");

            browser.driver()
                    .findElement(By.cssSelector("input[name=origin][value=SIMULATED]"))
                    .sendKeys(Keys.SPACE);
            browser.find("input[name=q]").sendKeys("Chervon");
            browser.await("filter")
                    .until(() -> browser.driver().getCurrentUrl().endsWith("/?origin=SIMULATED&q=Chervon"));

            browser.driver().navigate().refresh();
            browser.await("one office")
                    .until(() -> browser.all("#tiles > .tile[data-office]").size() == 1);
            assertThat(browser.find("input[name=q]").getDomProperty("value")).isEqualTo("Chervon");
            assertThat(browser.find("input[value=SIMULATED]").isSelected()).isTrue();
        }

        @Test
        void showsOnlyOneStateWhenAskedAndNothingWhenNothingFits() {
            open("/?origin=IMPORTED&state=record").until("#tiles > .tile[data-office]");
            assertThat(states()).containsOnly("record");

            browser.find("input[name=q]").sendKeys("no such office");
            browser.untilShown("#nothing", "No office fits");
            browser.find("#nothing button").click();
            browser.await("all offices")
                    .until(() -> browser.all("#tiles > .tile").size() == 34);
            assertThat(browser.driver().getCurrentUrl()).isEqualTo(Stage.base() + "/");
        }

        @Test
        void waitsTickByTheClockOfTheServer() {
            stage("change=0");
            open("/").until("#tiles > .tile[data-state=critical]");
            String before = browser.text("[data-kpi=oldest] .value");

            browser.await("a tick")
                    .until(() -> !browser.text("[data-kpi=oldest] .value").equals(before));
        }

        @Test
        void takesFifteenHundredOfficesWithOneHundredAndFiftyChangesAFrame() {
            stage("count=1760&change=176&every=250");
            open("/");
            browser.await("frames")
                    .until(() -> Integer.parseInt(
                                    Objects.requireNonNull(browser.find("body").getDomAttribute("data-ticks")))
                            >= 20);

            Object measured = browser.js("const ms = performance.getEntriesByName('dovira:render').slice(1)"
                    + ".map((m) => m.duration).sort((a, b) => a - b);"
                    + "return {frames: ms.length, p50: ms[ms.length >> 1], max: ms.at(-1)}");
            System.out.println("script ms per update of about 150 of 1,506 tiles: " + measured);
            browser.screenshot("board-1500");
            assertThat(browser.all("#tiles > .tile")).hasSize(1506);
            assertThat(measured).isInstanceOf(Map.class);
        }

        @Test
        void showsADashAndNotANoughtWhereNothingIsKnown() {
            open("/?origin=IMPORTED").until("#tiles > .tile[data-office]");

            assertThat(browser.text("[data-kpi=wait] .value")).isEqualTo("—");
            assertThat(browser.text("[data-kpi=target] .value")).isEqualTo("—");
            assertThat(browser.text("[data-kpi=csat] .value")).isEqualTo("—");
            assertThat(browser.text("[data-kpi=oldest] .value")).isEqualTo("—");
        }

        /** A demonstration is filled with weeks of history in its first minute: waits that ended long ago are no alarm, then or afterwards. */
        @Test
        void showsAPastThatIsToldAsThePastAndIsBackInThePresentByItself() {
            stage("past=filling&change=0&every=200");
            open("/").until("#past");
            alertsOn(true);

            assertThat(browser.text("#past")).startsWith("Catching up with the log");
            assertThat(browser.text("#complete")).startsWith("Catching up, shows 3 Nov 2026");
            assertThat(states()).containsOnly("past");
            assertThat(browser.find("[data-kpi=oldest]").getDomAttribute("data-state"))
                    .isNull();

            browser.await("the present").until(() -> browser.all("#past").isEmpty());
            browser.until("#tiles > .tile[data-state=critical]");
            assertThat(browser.text("#complete")).startsWith("complete to");
            assertThat(browser.all("#alerts li a[href^='/offices']"))
                    .as("what comes to light now is no news")
                    .isEmpty();
            alertsOn(false);
        }

        @Test
        void showsWhatAProjectionBehindTheLogKnowsAsThePast() {
            stage("past=behind&change=0&every=200");
            open("/").until("#past");
            browser.await("all tiles").until(() -> !states().contains("critical"));
            assertThat(states()).containsOnly("past");
            browser.screenshot("board-past").assertAccessible();
            open("/offices/live-lviv-0").until("#past");
            browser.until("#state[data-state=past]");

            stage("change=0&every=200");

            browser.await("the present").until(() -> browser.all("#past").isEmpty());
            assertThat(browser.text("#complete")).startsWith("complete to");
        }

        private void alertsOn(boolean on) {
            browser.js("const box = document.querySelector('[name=alerts]');"
                    + "if (box.checked !== " + on + ") { box.checked = " + on
                    + "; box.dispatchEvent(new Event('change')); }");
        }

        @Test
        void saysWhatTheWaitsComeToWithThoseWhoStillWait() {
            open("/").untilShown("[data-kpi=wait]", "p90 with 249 still waiting ≥ 22");

            assertThat(browser.find("[data-kpi=wait]").getDomAttribute("data-state"))
                    .as("beyond the target of 15 minutes")
                    .isEqualTo("critical");
            open("/offices/live-lviv-0").untilShown("[data-kpi=wait]", "p90 with 249 still waiting ≥ 22");
        }

        @Test
        void reachesTheSearchBoxWithASlashAndATileWithTheTabulator() {
            open("/").until("#tiles > .tile[data-office]");

            browser.find("body").sendKeys("/");
            assertThat(browser.driver().switchTo().activeElement().getDomAttribute("name"))
                    .isEqualTo("q");
            browser.js("document.querySelector('#states button').focus()");
            for (int i = 0; i < 6; i++) {
                browser.driver().switchTo().activeElement().sendKeys(Keys.TAB);
            }
            assertThat(browser.driver().switchTo().activeElement().getDomAttribute("href"))
                    .startsWith("/offices/");
        }
    }

    @Nested
    class OnTheWall {

        @Test
        void fillsTheScreenWithWhatNeedsSomebodyAndTakesTurns() {
            browser.size(1920, 1080);
            open("/?wall=3").until("#tiles > .tile[data-office]");
            browser.untilShown(".wall-note", "of 34");

            assertThat(browser.js("return document.documentElement.scrollHeight"))
                    .isEqualTo(1080L);
            assertThat(states()).contains("critical").hasSizeLessThan(34);
            assertThat(browser.find("nav").isDisplayed()).isFalse();
            assertThat(browser.find("#feed").isDisplayed()).isTrue();
            assertThat(browser.js("const inside = document.getElementById('tiles').getBoundingClientRect();"
                            + "return [...document.querySelectorAll('#tiles > .tile')]"
                            + ".every((tile) => tile.getBoundingClientRect().bottom <= inside.bottom + 1)"))
                    .isEqualTo(true);
            assertThat(browser.js("return [...document.querySelectorAll('#tiles > .tile')]"
                            + ".filter((tile) => tile.scrollHeight > tile.clientHeight + 1).length"))
                    .as("tiles of which something is cut off")
                    .isEqualTo(0L);
            browser.screenshot("board-wall").assertAccessible();
            String first = browser.text(".wall-note");
            browser.await("another page")
                    .until(() -> !browser.text(".wall-note").equals(first));

            browser.find("body").sendKeys(Keys.ESCAPE);
            browser.await("all offices")
                    .until(() -> browser.all("#tiles > .tile").size() == 34);
            assertThat(browser.driver().getCurrentUrl()).isEqualTo(Stage.base() + "/");
            browser.assertQuiet();
        }
    }

    @Nested
    class Regions {

        @Test
        void areAddedUpAndLeadToTheirOffices() {
            open("/?level=region").until("#tiles > .tile[data-region]");
            browser.await("three regions")
                    .until(() -> browser.all("#tiles > .tile").size() == 3);
            assertThat(browser.text("#offices-title")).isEqualTo("Regions");
            browser.screenshot("board-regions").assertAccessible();

            browser.find("[data-region=lviv] a").click();

            browser.until("#tiles > .tile[data-office]");
            assertThat(browser.driver().getCurrentUrl()).endsWith("/?region=lviv&level=region");
            assertThat(browser.all("#tiles > .tile[data-region]")).isEmpty();
            browser.assertQuiet();
        }
    }

    @Nested
    class Alerts {

        @Test
        void tellWhatBecameWorseOnlyWhileTheyAreSwitchedOn() {
            stage("count=40&change=8&every=100");
            open("/").until("#tiles > .tile[data-office]");
            // Chromium without a screen lets nothing through to a system; what would be shown there is written down
            // instead.
            browser.js("window.told = []; window.Notification = class extends EventTarget {"
                    + "static permission = 'granted';"
                    + "constructor(title, { body }) { super(); told.push(title + '\\n' + body); } }");
            browser.find("#alerts summary").click();
            assertThat(browser.text("#alerts .muted")).startsWith("Nothing is told");
            assertThat(browser.all("#alerts li")).isEmpty();

            browser.find("[name=alerts]").click();

            browser.untilShown("#alerts ol", "Next visit to the cell");
            browser.untilShown("#alerts ol", "People wait, no desk is open");
            browser.await("notified")
                    .until(() ->
                            String.valueOf(browser.js("return told.join()")).contains("Next visit to the cell"));
            browser.screenshot("board-alerts").assertAccessible();
            browser.find("[name=alerts]").click();
            browser.driver().navigate().refresh();
            browser.until("#tiles > .tile[data-office]");
            assertThat(browser.find("[name=alerts]").isSelected()).isFalse();
            browser.assertQuiet();
        }
    }

    @Nested
    class LanguageAndTheme {

        @Test
        void speaksWhatTheBrowserAsksForAndRemembersAChoice() {
            browser.header("Accept-Language", "uk,en;q=0.5");
            open("/").until("#tiles > .tile[data-office]");
            assertThat(browser.text("h1")).isEqualTo("Табло наживо");

            browser.find("[data-lang=en]").click();
            browser.untilShown("h1", "Live board");
            open("/interactions");
            assertThat(browser.text("h1")).isEqualTo("Interactions");
            assertThat(browser.find("html").getDomAttribute("lang")).isEqualTo("en");
        }

        @Test
        void keepsTheFilterWhenTheLanguageChanges() {
            open("/?q=Lviv").until("#tiles > .tile[data-office]");

            browser.find("[data-lang=uk]").click();
            browser.untilShown("h1", "Табло наживо");

            assertThat(browser.driver().getCurrentUrl()).isEqualTo(Stage.base() + "/?q=Lviv");
        }

        @Test
        void switchesToDarkAndStaysThere() {
            open("/").until("#tiles > .tile[data-office]");

            browser.find("#theme").click();
            assertThat(browser.find("html").getDomAttribute("data-theme")).isEqualTo("dark");
            open("/interactions");
            assertThat(browser.find("html").getDomAttribute("data-theme")).isEqualTo("dark");
        }
    }

    @Nested
    class Offices {

        @Test
        void showDesksAndTheWaitingListAgainstTheTarget() {
            open("/offices/live-lviv-0").until(".lane");
            browser.until(".queue tbody tr[data-wait=critical] .wait");

            assertThat(browser.all(".lane")).hasSizeGreaterThan(2);
            assertThat(browser.text(".lanes")).contains("serves", "calls");
            browser.await("position")
                    .untilAsserted(() -> assertThat(browser.text("#complete")).startsWith("complete to #"));
            assertThat(browser.text("#desks-note")).contains("occupied");
            assertThat(browser.text(".lane-use")).endsWith("busy");
            browser.untilShown("#duties", "Next visit to the cell");
            assertThat(browser.text("#duties li[data-wait=critical] .wait")).endsWith("late");
            browser.untilShown("#mix-note", "6 legs were closed without an outcome");
            browser.until("#mix table").size(1440, 1500).screenshot("office").assertQuiet();
        }

        @Test
        void ofAnImportShowResponseTimesInsteadOfAQueue() {
            open("/offices/im-poltava-10").until("#record table");

            assertThat(browser.text("#record")).contains("249", "2,121", "Response p90", "95%");
            assertThat(browser.find("#live").isDisplayed()).isFalse();
        }

        @Test
        void withAGaugeShowTheLatestObservationAndItsAge() {
            open("/offices/im-khmilnyk-21").untilShown("#record", "Latest observation");

            assertThat(browser.text("#record")).contains("12", "8 days ago");
        }

        @Test
        void thatNobodyKnowsAreToldAsUnknown() {
            open("/offices/nope").untilShown("h1", "No such office");
        }
    }

    @Nested
    class Interactions {

        @Test
        void areSteppedThroughWithTheKeys() {
            open("/interactions/visit-demo-42").until(".fact[aria-current]");
            assertThat(browser.text(".steps output")).isEqualTo("Fact 10 of 10");

            browser.find("body").sendKeys(Keys.HOME);
            browser.untilShown(".fact[aria-current] b", "Arrived");
            browser.find("body").sendKeys(Keys.ARROW_RIGHT, Keys.ARROW_RIGHT);
            browser.untilShown(".fact[aria-current] b", "Called");
            assertThat(browser.text(".values + .leg + .values")).contains("called", "Waited7 min 8 s");
            assertThat(browser.driver().getCurrentUrl()).endsWith("?at=811914");

            browser.find("#slider").sendKeys(Keys.END);
            browser.untilShown(".steps output", "Fact 10 of 10");
        }

        @Test
        void beginAtAPositionOrATimeOfTheAddress() {
            open("/interactions/visit-demo-42?at=811925").untilShown(".steps output", "Fact 4 of 10");
            open("/interactions/visit-demo-42?at=" + FixtureInteractions.CAME.plusSeconds(100))
                    .untilShown(".steps output", "Fact 2 of 10");
        }

        @Test
        void showLateEntriesAndCorrectionsAsSuch() {
            open("/interactions/visit-demo-42").until(".fact[aria-current]");

            assertThat(browser.text(".fact:nth-child(5)"))
                    .contains("late entry", "recorded 7 min later", "estimated time");
            assertThat(browser.text(".fact .correction"))
                    .contains("09:11:26", "→", "09:10:26", "called by voice, typed later");
            assertThat(browser.text("section.panel:has(#proposals-title)"))
                    .contains("Corrections that wait", "No. 1, proposed by clerk-07", "Ended", "seen on camera");
            browser.find(".raw summary").click();
            assertThat(browser.text(".raw pre")).contains("\"field\": \"ENDED_AT\"");
            browser.screenshot("interaction").assertQuiet();
        }

        @Test
        void areFoundPageByPage() {
            open("/interactions").until(".found tbody tr");
            assertThat(browser.all(".found tbody tr")).hasSize(50);

            browser.find("#older").click();
            browser.untilShown(".found tbody", "A050");
            assertThat(browser.driver().getCurrentUrl()).endsWith("/interactions?page=50");
            browser.driver().navigate().back();
            browser.untilShown(".found tbody", "A000");
        }

        @Test
        void areSearchedForByWhatTheAddressSays() {
            open("/interactions").until(".found tbody tr");
            browser.find("input[name=q]").sendKeys("Z999", Keys.ENTER);

            browser.untilShown("#results", "No visit or case fits");
            assertThat(browser.driver().getCurrentUrl()).endsWith("/interactions?q=Z999");
            assertThat(browser.find("#csv").getDomAttribute("href")).isEqualTo("/api/v1/interactions/csv?ticket=Z999");
        }

        @Test
        void tellWhenASearchWasRefused() {
            open("/interactions?state=CLOSED").untilShown("#found", "This search was refused");
        }
    }

    @Nested
    class OfFootage {

        @Test
        void showsWhatEachCameraRecordedAndWhatIsNotSeen() {
            open("/footage?office=live-lviv-0&day=2026-03-02").untilShown("#mismatches-title", "4 mismatches");

            assertThat(browser.text("#mismatches"))
                    .contains("No footage", "Gap", "Clock is off", "File was changed", "visit-demo-4");
            assertThat(browser.all("#cameras .bar")).hasSize(5);
            assertThat(browser.text("#cameras")).contains("cell-2", "58 segments", "1 gap", "clock 61,000 ms off");
            assertThat(browser.text("#complete")).contains("#812,334");
            browser.screenshot("footage").assertQuiet();
        }

        @Test
        void opensASegmentWithWhatWasDoneWithItAndAsksWhatFor() {
            open("/footage?office=live-lviv-0&day=2026-03-02").until("#mismatches a[href*=segment]");
            browser.find("#mismatches a[href*=segment]").click();
            browser.untilShown("#segment", "What was done with it");

            assertThat(browser.text("#segment"))
                    .contains("ask-5-30", "held", "internal inquiry", "watched", "p-a90e44");
            assertThat(browser.find("#segment a.watch").getDomAttribute("href")).endsWith("/footage/ask-5-30/watch");
            assertThat(browser.text("#segment .unanswered")).contains("A gap that nobody has explained");
            assertThat(browser.find("#segment a.explain").getDomAttribute("href"))
                    .endsWith("/footage/ask-5-30/explain?flaw=GAP");
            browser.screenshot("footage-segment").assertQuiet();
        }

        @Test
        void saysWhenNoCameraHungThere() {
            open("/footage?office=im-poltava-10&day=2026-03-02")
                    .untilShown("#cameras", "No camera hung in this office");
            browser.screenshot("footage-empty");
        }
    }

    @Nested
    class Operations {

        @Test
        void showWhereEachProjectionStandsAndWhatItCouldNotTake() {
            open("/operations").untilShown("#projections", "catching up");

            assertThat(browser.text("#projections")).contains("Live board", "#812,334", "410,216", "18,205/s");
            assertThat(browser.text("#letters"))
                    .contains("visit.service-started", "visit v-7 has not arrived", "waits for an earlier one");
            browser.screenshot("operations").assertQuiet();

            browser.find("#letters button").click();
            browser.untilShown("#banner", "2 taken, 0 left.");
            browser.untilShown("#letters", "Every fact was taken.");
        }

        @Test
        void showWhatIsBeingRebuiltAndWhatStoppedIt() {
            open("/operations").untilShown("#rebuilds", "differs, waits for you");

            assertThat(browser.text("#rebuilds"))
                    .contains(
                            "metrics_v1b2", "31,412 documents compared at #812,334", "1 changed.", "v-77", "live_v5b2")
                    .contains("Show it all the same", "Go back");
            assertThat(browser.text("#deeds")).contains("Shown since then:", "a new version");

            browser.find("[data-projection=interactions] [data-do=rebuild]").click();
            browser.untilShown("#banner", "is being rebuilt");
            browser.untilShown("#rebuilds", "interactions_v1b2");
            assertThat(browser.text("#rebuilds")).contains("25 % of the log", "31,870/s", "19");
            browser.screenshot("operations-rebuild").assertQuiet();
        }
    }

    @Nested
    class Obligations {

        @Test
        void showWhatIsOwedTheMostUrgentFirstWithTheTimeLeft() {
            open("/obligations").untilShown("#results", "goes to hospital");

            assertThat(browser.text("#results tbody tr"))
                    .contains("overdue, recorded", "late", "Criminal Procedure Code", "Custody unit 3");
            assertThat(browser.text("#complete")).isEqualTo("complete to #812,334");
            assertThat(browser.find("#results tbody th a").getAttribute("href"))
                    .endsWith(":8080/policies#custody-hospital@1");
            assertThat(browser.find("#results tbody td a").getAttribute("href")).endsWith("/custody/17");
            assertThat(browser.find("#results td a[href*='/footage?']").getAttribute("href"))
                    .endsWith("/footage?segment=f-1");
            browser.untilShown("#counts", "1,204");
            browser.screenshot("obligations").assertQuiet();
        }

        @Test
        void sayThatNothingStandsSo() {
            open("/obligations?state=LAPSED").untilShown("#found", "Nothing is owed");

            assertThat(browser.text("#results")).contains("As soon as one does");
            browser.screenshot("obligations-none").assertQuiet();
        }
    }

    @Nested
    class Estimates {

        @Test
        void showHowManyWereCalledWhenTheyHadBeenToldAndNothingFromTooFew() {
            open("/estimates").untilShown("#rows", "Kyiv, station 7");

            assertThat(browser.text("#figures")).contains("68%", "621 of 912; 80% is what we tell", "not counted");
            assertThat(browser.text("#rows"))
                    .contains("80%", "53%", "n = 12, too few", "14 min")
                    .doesNotContain("75%");
            assertThat(browser.all("#rows svg.as-told")).hasSize(2);
            assertThat(browser.all(".panel-head .export")).hasSize(2);
            browser.screenshot("estimates").assertQuiet();
            browser.scheme("dark").screenshot("estimates-dark");

            open("/estimates?from=2100-01-01").untilShown("#rows", "No estimate yet");
        }
    }

    @Nested
    class Accessibility {

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "/",
                    "/?q=nothing+fits",
                    "/offices/live-lviv-0",
                    "/offices/im-poltava-10",
                    "/offices/im-khmilnyk-21",
                    "/offices/nope",
                    "/interactions",
                    "/interactions?q=Z999",
                    "/interactions/visit-demo-42",
                    "/nothing-here",
                    "/footage?office=live-lviv-0&day=2026-03-02&segment=ask-5-30",
                    "/footage?office=im-poltava-10&day=2026-03-02",
                    "/obligations",
                    "/obligations?state=LAPSED",
                    "/estimates",
                    "/estimates?from=2100-01-01",
                    "/operations",
                    "/sign-in-failed"
                })
        void holdsOnEveryPageInBothThemesAndOnATelephone(String path) {
            browser.size(1440, 1800);
            Stage.open(browser, path).assertAccessible();
            browser.scheme("dark").assertReadable();

            browser.scheme("light").size(390, 844);
            browser.await("no sideways scrolling")
                    .until(() -> Objects.equals(browser.js("return document.documentElement.scrollWidth"), 390L));
            browser.screenshot("telephone" + path.replaceAll("[^a-z0-9]+", "-"));
        }

        /** A check that finds nothing anywhere would let all the others pass. */
        @Test
        void isNotFoundWhereThereIsNone() {
            Stage.open(browser, "/sign-in-failed")
                    .js(
                            "const pale = document.createElement('p'); pale.textContent = 'pale'; pale.style.color = '#bbb';"
                                    + "document.querySelector('main').append(pale, new Image())");

            assertThatThrownBy(browser::assertAccessible).hasMessageContaining("image-alt");
            assertThatThrownBy(browser::assertReadable)
                    .hasMessageContaining("color-contrast")
                    .hasMessageNotContaining("image-alt");
        }

        @Test
        void offersEveryChartAsATable() {
            open("/").until("#trend details.data");

            browser.find("#trend details summary").click();
            assertThat(browser.all("#trend tbody tr")).hasSize(10);
        }

        /** On 25 October at 04:00 it is 03:00 again in Kyiv; on 29 March 04:00 follows 02:00. */
        @Test
        void keepsBothHoursThatTheClockShowsAlike() {
            open("/").until("#trend details.data");

            assertThat(hoursOf("2026-10-25", "03:00:00+03:00", "03:00:00+02:00", "04:00:00+02:00"))
                    .isEqualTo("3:5 3:6 4:7");
            assertThat(hoursOf("2026-03-29", "02:00:00+02:00", "04:00:00+03:00", "05:00:00+03:00"))
                    .isEqualTo("2:5 4:6 5:7");
        }

        private Object hoursOf(String day, String... times) {
            return browser.driver().executeAsyncScript("""
                            const [day, times, done] = arguments;
                            const rows = times.map((time, i) => ({ bucket: `${day}T${time}`, n: 5 + i, open: 0 }));
                            import('app/trend').then(({ fillHours }) => done(fillHours(rows, 'Europe/Kyiv', Date.parse(`${day}T12:00:00Z`))
                              .map(({ hour, n }) => `${hour}:${n}`).join(' ')), (e) => done(String(e)));""", day, List.of(times));
        }
    }

    @Test
    void aPageThatIsNotThereIsAPageStill() {
        open("/nothing-here");

        assertThat(browser.text("h1")).isEqualTo("There is nothing here");
        assertThat(browser.find("main a").getDomAttribute("href")).isEqualTo("/");
    }
}
