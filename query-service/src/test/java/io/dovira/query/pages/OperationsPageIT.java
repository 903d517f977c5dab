package io.dovira.query.pages;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Updates;
import io.dovira.eventstore.log.EventLog;
import io.dovira.pages.test.Browser;
import io.dovira.pages.test.RequiresBrowser;
import io.dovira.query.identity.TestIssuer;
import io.dovira.query.metrics.MetricsFolds;
import io.dovira.query.platform.Build;
import io.dovira.query.platform.DoviraProperties;
import io.dovira.query.story.RandomStory;
import io.dovira.query.story.StoredStory;
import java.util.List;
import java.util.Objects;
import org.bson.Document;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.openqa.selenium.WebElement;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.TestPropertySource;

/** An administrator rebuilds with a mouse. The tests are steps of one story. */
@RequiresBrowser
@RealService
@TestPropertySource(properties = "test.log-of=operations-page")
@DirtiesContext
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class OperationsPageIT {

    private static final String FIRST =
            Build.first("metrics", MetricsFolds.fold().version()).name();
    private static final String METRICS = "#rebuilds [data-projection=metrics]";

    private final EventLog log;
    private final MongoClient mongo;
    private final DoviraProperties properties;
    private Browser browser;

    @LocalServerPort
    private int port;

    @Autowired
    OperationsPageIT(EventLog log, MongoClient mongo, DoviraProperties properties) {
        this.log = log;
        this.mongo = mongo;
        this.properties = properties;
        this.browser = Browser.fresh();
    }

    @BeforeAll
    void record() {
        log.appendAll(RandomStory.of(3, 600).stream()
                .map(fact -> List.of(StoredStory.toAppend(fact)))
                .toList());
    }

    @BeforeEach
    void administrator() {
        browser = Browser.fresh();
        open("admin");
    }

    private void open(String role) {
        browser.header("Authorization", TestIssuer.bearer(role))
                .open("http://localhost:" + port + "/operations")
                .until(METRICS);
    }

    private void click(String what) {
        browser.until(METRICS + " [data-do=" + what + "]");
        browser.find(METRICS + " [data-do=" + what + "]").click();
    }

    /** The second column tells what is shown. */
    private void untilShown(String build) {
        browser.await(build).until(() -> browser.text(METRICS + " td").equals(build));
    }

    private List<String> buttons() {
        return browser.all(METRICS + " button").stream()
                .map(WebElement::getText)
                .toList();
    }

    @Test
    @Order(1)
    void rebuildsAndGoesBack() {
        browser.untilShown("#projections", "#" + log.head());
        untilShown(FIRST);
        assertThat(browser.text("#deeds")).isEqualTo("Nothing was rebuilt yet.");

        click("rebuild");
        browser.untilShown("#banner", "is being rebuilt; what is shown stays until the new one is the same");
        untilShown(FIRST + "b2");
        browser.untilShown("#deeds", "the same bytes");
        assertThat(browser.text("#deeds")).contains("Shown since then:", FIRST + "b2", "test-admin");
        assertThat(browser.text(METRICS + " td:nth-of-type(3)")).isEqualTo(FIRST);
        browser.screenshot("operations-rebuilt");

        click("back");
        browser.untilShown("#banner", "the build before will be shown again in a moment");
        untilShown(FIRST);
        browser.untilShown("#deeds", "Went back:");
        assertThat(browser.text(METRICS + " td:nth-of-type(3)")).isEqualTo(FIRST + "b2");

        click("discard");
        browser.untilShown("#banner", "the kept build is being removed");
        browser.await("nothing kept")
                .until(() -> browser.text(METRICS + " td:nth-of-type(3)").equals("—"));
        browser.assertQuiet();
    }

    @Test
    @Order(2)
    void looksAtWhatDiffersBeforeItIsShown() {
        MongoCollection<Document> visits =
                mongo.getDatabase(properties.mongodb().viewsDatabase()).getCollection(FIRST + "_visits");
        visits.updateOne(new Document(), Updates.set("timeZone", "Europe/Paris"));
        String damaged = Objects.requireNonNull(
                        visits.find(new Document("timeZone", "Europe/Paris")).first())
                .getString("_id");

        click("rebuild");
        browser.untilShown(METRICS, "differs, waits for you");

        browser.untilShown("#rebuilds", damaged);
        assertThat(browser.text("#rebuilds")).contains("not the same", "1 changed.", "another content");
        assertThat(buttons()).containsExactly("Show it all the same", "Give up");
        untilShown(FIRST);
        browser.screenshot("operations-held").assertAccessible();
        browser.scheme("dark").screenshot("operations-held-dark").assertReadable();
        browser.size(390, 1_800).screenshot("operations-held-telephone");
        assertThat(browser.js("return document.documentElement.scrollWidth")).isEqualTo(390L);
        browser.open("http://localhost:" + port + "/operations?lang=uk").untilShown("#rebuilds", damaged);
        browser.scheme("light").screenshot("operations-held-telephone-uk").assertAccessible();
        assertThat(browser.js("return document.documentElement.scrollWidth")).isEqualTo(390L);
        browser.size(1440, 1_200).screenshot("operations-held-uk");

        browser.open("http://localhost:" + port + "/operations?lang=en").until(METRICS);
        click("take");
        browser.untilShown("#banner", "the new build will be shown");
        untilShown(FIRST + "b3");
        browser.untilShown("#deeds", "Stopped by a difference:");
        assertThat(browser.text(METRICS)).doesNotContain("differs");
    }

    @Test
    @Order(3)
    void othersLookOnly() {
        open("auditor");

        browser.untilShown(METRICS, FIRST + "b3");
        assertThat(browser.text(METRICS)).contains("for administrators");
        assertThat(buttons()).isEmpty();
    }
}
