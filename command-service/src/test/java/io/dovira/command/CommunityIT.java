package io.dovira.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.dovira.command.identity.TestIssuer;
import io.dovira.eventstore.log.EventLog;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;

/** Communities and officers over HTTP: one story, a whole country at once, and who may do what. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@Import({TestDatabase.class, TestIssuer.class})
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CommunityIT {
    private static final int COUNTRY = 1470;
    private static final String COMMUNITY = """
            {'community': '%s', 'name': {'uk': 'Громада %s'}, 'region': '%s', 'regionName': {'uk': 'Область'}, 'office': '%s',
             'people': 12000, 'source': 'State Statistics Service', 'asOf': '2022-01-01'}""";

    @LocalServerPort
    private int port;

    @Autowired
    private EventLog log;

    private Api manager;

    @BeforeAll
    void setUp() {
        Api admin = Api.as(port, "admin");
        Offices.open(admin, "west");
        Offices.open(admin, "east");
        manager = Api.as(port, "manager");
    }

    @Test
    void bringsACommunityFromTheMemorandumToItsOfficer() {
        created(manager.post("/api/v1/communities", COMMUNITY.formatted("bar", "bar", "vinnytsia", "west")));
        ok(manager.post(
                "/api/v1/communities/bar/population", "{'people': 13500, 'source': 'council', 'asOf': '2023-01-01'}"));
        ok(manager.post("/api/v1/communities/bar/memorandum", null));
        created(manager.post("/api/v1/officers", "{'officer': 'p-bar', 'community': 'bar'}"));
        ok(manager.post("/api/v1/officers/p-bar/start-training", null));
        ok(manager.post("/api/v1/officers/p-bar/complete-training", null));
        ok(manager.post("/api/v1/officers/p-bar/assign", "{'community': 'bar'}"));
        ok(Api.as(port, "clerk")
                .post("/api/v1/communities/bar/contact", "{'kind': 'home-visit', 'officer': 'p-bar', 'people': 3}"));
        created(manager.post(
                "/api/v1/stations",
                "{'station': 'bar-1', 'community': 'bar', 'name': {'uk': 'Станція'}, 'rooms': ['duty', 'reception']}"));

        Api.Reply community = manager.get("/api/v1/communities/bar");
        assertThat(community.at("/state/population/0/people")).isEqualTo("12000");
        assertThat(community.at("/state/population/1/source")).isEqualTo("council");
        assertThat(community.at("/state/timeZone")).isEqualTo("Europe/Kyiv");
        assertThat(community.at("/state/contacts")).isEqualTo("1");
        Api.Reply officer = manager.get("/api/v1/officers/p-bar");
        assertThat(officer.at("/state/state")).isEqualTo("ASSIGNED");
        assertThat(officer.at("/state/community")).isEqualTo("bar");
        assertThat(manager.get("/api/v1/stations/bar-1").at("/state/rooms/0")).isEqualTo("RECEPTION");
    }

    @Test
    void keepsConflictingPublicationsApart() {
        Api quality = Api.as(port, "quality");
        created(
                quality.post(
                        "/api/v1/publications/figures",
                        "{'publication': 'a', 'office': 'west', 'source': 'source text', 'asOf': '2021-06-01', 'communities': 275, 'people': 4000000}"));
        created(
                quality.post(
                        "/api/v1/publications/figures",
                        "{'publication': 'b', 'office': 'west', 'source': 'fin.org.ua', 'asOf': '2021-03-03', 'communities': 273, 'people': 3500000}"));
        created(quality.post(
                "/api/v1/publications/trust",
                "{'publication': 't', 'office': 'west', 'source': 'institute', 'n': 2018, 'percent': 70.2, 'margin': 2.2,"
                        + " 'fieldworkFrom': '2026-02-01', 'fieldworkTo': '2026-02-14'}"));
        ok(quality.post("/api/v1/publications/b/withdraw", "{'reason': 'typed twice'}"));

        assertThat(quality.get("/api/v1/publications/a").at("/state/figures/people"))
                .isEqualTo("4000000");
        assertThat(quality.get("/api/v1/publications/b").at("/state/figures/people"))
                .isEqualTo("3500000");
        assertThat(quality.get("/api/v1/publications/b").at("/state/withdrawn")).isEqualTo("typed twice");
        assertThat(quality.get("/api/v1/publications/t").at("/state/trust/percent"))
                .isEqualTo("70.2");
    }

    /** A POST for each, sixteen at a time; and again, as after a connection that broke: nothing twice. */
    @Test
    void registersAWholeCountryAndRepeatsItSafely() throws Exception {
        long head = log.head();
        Duration first = registerAll(201, "");
        assertThat(log.head()).isGreaterThanOrEqualTo(head + COUNTRY);
        long after = log.head();
        Duration again = registerAll(201, "true");

        assertThat(log.head()).isEqualTo(after);
        System.out.println(COUNTRY + " communities registered in " + first.toMillis() + " ms, repeated in "
                + again.toMillis() + " ms");
    }

    private Duration registerAll(int status, String replayed) throws InterruptedException, ExecutionException {
        long started = System.nanoTime();
        try (ExecutorService sixteen = Executors.newFixedThreadPool(16)) {
            List<Future<Api.Reply>> replies = new ArrayList<>();
            for (int i = 0; i < COUNTRY; i++) {
                String id = "ua-%04d".formatted(i);
                String body = COMMUNITY.formatted(id, id, "region-" + i % 24, i % 2 == 0 ? "west" : "east");
                replies.add(sixteen.submit(
                        () -> manager.with("Idempotency-Key", "country/" + id).post("/api/v1/communities", body)));
            }
            for (Future<Api.Reply> reply : replies) {
                assertThat(reply.get().status()).as(reply.get().body()).isEqualTo(status);
                assertThat(reply.get().header("Idempotency-Replayed")).isEqualTo(replayed);
            }
        }
        return Duration.ofNanos(System.nanoTime() - started);
    }

    @Test
    void asksForTheRoleAndTheOffice() {
        created(manager.post("/api/v1/communities", COMMUNITY.formatted("skole", "skole", "lviv", "east")));
        Api clerk = Api.as(port, "clerk");
        assertThat(clerk.post("/api/v1/communities", COMMUNITY.formatted("x", "x", "r", "west"))
                        .status())
                .isEqualTo(403);
        assertThat(clerk.post("/api/v1/officers", "{'community': 'skole'}").status())
                .isEqualTo(403);
        assertThat(clerk.post("/api/v1/publications/figures", "{}").status()).isEqualTo(403);
        Api west = Api.as(port, "manager", "west");
        assertThat(west.post("/api/v1/communities/skole/memorandum", null).at("/type"))
                .isEqualTo("urn:dovira:problem:office-outside-scope");
        assertThat(west.get("/api/v1/communities/skole").status()).isEqualTo(403);
        assertThat(west.post("/api/v1/communities", COMMUNITY.formatted("y", "y", "r", "east"))
                        .status())
                .isEqualTo(403);
    }

    private static void created(Api.Reply reply) {
        assertThat(reply.status()).as(reply.body()).isEqualTo(201);
    }

    private static void ok(Api.Reply reply) {
        assertThat(reply.status()).as(reply.body()).isEqualTo(200);
    }
}
