package io.dovira.query.pages;

import static org.assertj.core.api.Assertions.assertThat;

import io.dovira.pages.test.Browser;
import io.dovira.pages.test.RequiresBrowser;
import java.util.Objects;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;

/** Offices side by side, and one of them over time. */
@RequiresBrowser
class ComparePageIT {
    private static final String SAVED = "window.saved = []; const make = URL.createObjectURL;"
            + "URL.createObjectURL = (blob) => { window.saved.push(blob); return make.call(URL, blob); };";

    private Browser browser;

    @BeforeEach
    void fresh() {
        stage("all");
        browser = Browser.fresh();
    }

    private static void stage(String mode) {
        Stage.set("/compare?mode=" + mode);
    }

    private void open(String path) {
        Stage.open(browser, path);
    }

    private int dots(String selector) {
        return browser.all("#funnel " + selector).size();
    }

    private String chosen(String select) {
        return Objects.requireNonNull(
                browser.find("select[name=" + select + "]").getDomProperty("value"));
    }

    @Test
    void tellsWhomChanceDoesNotExplainAndSavesWhatItShows() {
        open("/compare");

        assertThat(browser.text("#funnel-says")).startsWith("Of 39 offices").contains("worse: 1.");
        assertThat(dots("[role=option]")).isEqualTo(39);
        assertThat(dots("g .mark-WORSE")).isEqualTo(1);
        assertThat(chosen("office")).as("the one that stands out").isEqualTo("office-7");
        assertThat(browser.text("#control-says")).contains("signals:");
        assertThat(browser.all("#control g .mark-OUTSIDE, #control g .mark-RUN"))
                .isNotEmpty();
        assertThat(browser.text("#few")).contains("Office 39", "Office 40", "Office 41");
        assertThat(browser.text("#mix")).contains("Service advice", "Service weapons");
        assertThat(browser.text("#complete")).isEqualTo("complete to #812,334");
        browser.size(1440, 1500).screenshot("compare-light").assertAccessible().assertQuiet();
        browser.scheme("dark").screenshot("compare-dark").assertReadable();
        browser.size(390, 2600).screenshot("compare-telephone").assertAccessible();

        assertThat(browser.driver()
                        .executeAsyncScript("const done = arguments[0];"
                                + "import('app/exports').then(({ csv }) => done(csv({ head: ['=a', 'n'], rows: [['@b, c', -5], ['-', null]] })"
                                + ".split('\\r\\n').slice(1)))"))
                .asInstanceOf(InstanceOfAssertFactories.LIST)
                .as("text is never a formula, a number stays one")
                .containsExactly("'=a,n", "\"'@b, c\",-5", "'-,", "");
        browser.js(SAVED);
        browser.find("#funnel-exports [data-format=csv]").click();
        browser.find("#funnel-exports [data-format=png]").sendKeys(Keys.ENTER);
        browser.await("two files").until(() -> Objects.equals(browser.js("return window.saved.length"), 2L));
        String csv = String.valueOf(
                browser.driver().executeAsyncScript("const done = arguments[0]; window.saved[0].text().then(done)"));
        assertThat(csv.lines().toList())
                .hasSizeGreaterThan(45)
                .anySatisfy(line -> assertThat(line).startsWith("# Of 39 offices"))
                .contains("# complete to #812,334")
                .anySatisfy(line -> assertThat(line).startsWith("Office,n,Reached,Expected of its mix,"))
                .anySatisfy(line -> assertThat(line).startsWith("Office 7,").contains("worse than chance explains"));
        assertThat(browser.driver()
                        .executeAsyncScript("const done = arguments[0];"
                                + "createImageBitmap(window.saved[1]).then((image) => {"
                                + "const canvas = new OffscreenCanvas(image.width, image.height);"
                                + "const ctx = canvas.getContext('2d'); ctx.drawImage(image, 0, 0);"
                                + "const colours = new Set(new Uint32Array(ctx.getImageData(0, 0, image.width, image.height).data.buffer));"
                                + "done(image.width > 600 && colours.size > 20); })"))
                .as("a picture with more than one colour")
                .isEqualTo(true);
        browser.assertQuiet();
    }

    @Test
    void isReachedWithTheKeyboardAndKeepsTheQuestionInTheAddress() {
        open("/compare?region=north&bucket=week&office=office-12");

        assertThat(chosen("region")).isEqualTo("north");
        assertThat(browser.all("select[name=region] option"))
                .as("all of them, still")
                .hasSize(4);
        assertThat(browser.text("#control-says")).contains("weeks");
        browser.js("document.querySelector('#funnel [role=listbox]').focus()");
        browser.driver().switchTo().activeElement().sendKeys(Keys.END);
        String first =
                Objects.requireNonNull(browser.find("#funnel [role=listbox]").getDomAttribute("aria-activedescendant"));
        assertThat(browser.text("#funnel .tip")).contains("expected of its mix", "z =");
        browser.driver().switchTo().activeElement().sendKeys(Keys.ARROW_LEFT);
        String second =
                Objects.requireNonNull(browser.find("#funnel [role=listbox]").getDomAttribute("aria-activedescendant"));
        assertThat(second).startsWith("dot-office-").isNotEqualTo(first);
        browser.driver().switchTo().activeElement().sendKeys(Keys.ENTER);
        browser.await("chosen").until(() -> ("dot-" + chosen("office")).equals(second));
        assertThat(browser.driver().getCurrentUrl()).contains("region=north", "bucket=week", "office=office-");

        browser.driver().navigate().back();
        browser.await("as before").until(() -> chosen("office").equals("office-12"));
        browser.driver()
                .findElement(By.cssSelector("select[name=measure] option[value=response]"))
                .click();
        browser.untilShown("#funnel-empty", "Nothing to compare");
        assertThat(browser.find("#funnel-exports").isDisplayed()).isFalse();
        browser.screenshot("compare-empty").assertAccessible();
    }

    @Test
    void showsOthersWithoutANameAndSaysWhenItIsStale() {
        stage("north");
        open("/compare?lang=uk");

        assertThat(browser.text("h1")).isEqualTo("Порівняння");
        assertThat(browser.text("#funnel-says")).startsWith("Із 39 підрозділів");
        assertThat(dots("[role=option]")).isEqualTo(13);
        assertThat(dots("[data-other]")).isEqualTo(26);
        assertThat(browser.text("#funnel .legend")).contains("інший підрозділ");
        browser.size(1440, 1500).screenshot("compare-others").assertAccessible();
        stage("broken");
        browser.find("input[name=bucket][value=week]").sendKeys(Keys.SPACE);
        browser.untilShown("#banner", "Показано станом на");
        assertThat(dots("[role=option]")).as("what was known stays").isEqualTo(13);
        assertThat(browser.all("#banner .bad")).hasSize(1);
        browser.screenshot("compare-stale").assertAccessible();
    }
}
