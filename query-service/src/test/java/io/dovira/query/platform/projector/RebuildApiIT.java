package io.dovira.query.platform.projector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.dovira.eventstore.log.EventLog;
import io.dovira.query.pages.RealService;
import io.dovira.query.service.Api;
import io.dovira.query.story.RandomStory;
import io.dovira.query.story.StoredStory;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A rebuild as an administrator sees it over HTTP. */
@RealService
@TestPropertySource(properties = "test.log-of=rebuild")
@DirtiesContext
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class RebuildApiIT {

    private static final String METRICS = "/api/v1/projections/metrics";

    private final EventLog log;

    @LocalServerPort
    private int port;

    private long last;
    private String first = "";

    @Autowired
    RebuildApiIT(EventLog log) {
        this.log = log;
    }

    @BeforeAll
    void record() {
        for (var fact : RandomStory.of(3, 600)) {
            last = log.append(List.of(StoredStory.toAppend(fact))).lastPosition();
        }
        first = status().get("build").asString();
    }

    private Api admin() {
        return Api.as(port, "admin");
    }

    /** Without the one figure that grows between two questions. */
    private JsonNode waits() {
        JsonNode rows = admin().get("/api/v1/metrics", "measure=wait", "by=office", "minPosition=" + last)
                .json()
                .get("rows");
        rows.forEach(row -> ((ObjectNode) row).remove("p90WithOpen"));
        return rows;
    }

    private JsonNode status() {
        return admin().get(METRICS).json();
    }

    private void untilShown(String build) {
        await().atMost(Duration.ofSeconds(60))
                .until(() -> status().get("build").asString().equals(build));
    }

    @Test
    @Order(1)
    void isAskedForByAdministratorsOnly() {
        assertThat(Api.as(port, "manager").post(METRICS + "/rebuild").status()).isEqualTo(403);
        assertThat(Api.as(port, "auditor").post(METRICS + "/rollback").status()).isEqualTo(403);
        assertThat(admin().post("/api/v1/projections/nothing/rebuild").problem())
                .isEqualTo("not-found");
        assertThat(admin().post(METRICS + "/rollback").problem()).isEqualTo("nothing-kept");
        assertThat(admin().post(METRICS + "/rebuild/switch").problem()).isEqualTo("no-rebuild");
    }

    @Test
    @Order(2)
    void isShownWhenItIsTheSameAndLeavesARecordOfWhoAskedForIt() {
        JsonNode before = waits();

        Api.Answer asked = admin().post(METRICS + "/rebuild");

        assertThat(asked.status()).isEqualTo(202);
        assertThat(asked.json().get("status").get("rebuild").get("build").asString())
                .isEqualTo(first + "b2");
        untilShown(first + "b2");
        assertThat(waits()).isEqualTo(before);
        JsonNode builds = admin().get(METRICS + "/builds").json();
        assertThat(builds.get("deeds")
                        .valueStream()
                        .map(deed -> deed.get("what").asString()))
                .containsExactly("SWITCHED", "ASKED");
        JsonNode comparison = builds.get("deeds").get(0).get("comparison");
        assertThat(comparison.get("outcome").asString()).isEqualTo("SAME");
        assertThat(comparison.get("documents").asLong()).isGreaterThan(100);
        assertThat(builds.get("deeds").get(1).get("by").asString()).isNotEmpty();
        assertThat(status().get("kept").asString()).isEqualTo(first);
    }

    @Test
    @Order(3)
    void goesBackAndDiscards() {
        JsonNode before = waits();

        assertThat(admin().post(METRICS + "/rollback").status()).isEqualTo(202);

        untilShown(first);
        assertThat(waits()).isEqualTo(before);
        assertThat(admin().delete(METRICS + "/kept").status()).isEqualTo(200);
        assertThat(status().get("kept").isNull()).isTrue();
        assertThat(admin().delete(METRICS + "/kept").problem()).isEqualTo("nothing-kept");
    }
}
