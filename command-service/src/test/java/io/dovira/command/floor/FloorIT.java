package io.dovira.command.floor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.dovira.command.Api;
import io.dovira.command.Offices;
import io.dovira.command.TestDatabase;
import io.dovira.command.identity.TestIssuer;
import io.dovira.events.OfficeId;
import io.dovira.eventstore.log.EventLog;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;

@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@Import({TestDatabase.class, TestIssuer.class})
class FloorIT {
    @LocalServerPort
    private int port;

    @Autowired
    private EventLog log;

    @Test
    void tellsWhatAClerkHasJustDone() {
        Offices.open(Api.as(port, "admin"), "floor");
        Api clerk = Api.as(port, "clerk", "floor");
        String visit = Offices.arrival(clerk, "floor");
        long called =
                clerk.post("/api/v1/visits/" + visit + "/call", "{'desk': '2'}").position();

        Api.Reply floor = clerk.get("/api/v1/offices/floor/floor?minPosition=" + called);

        assertThat(floor.status()).as(floor.body()).isEqualTo(200);
        assertThat(floor.position()).isGreaterThanOrEqualTo(called);
        assertThat(floor.at("/open/0/visit")).isEqualTo(visit);
        assertThat(floor.at("/open/0/ticket")).isEqualTo("A001");
        assertThat(floor.at("/open/0/legs/0/state")).isEqualTo("CALLED");
        assertThat(floor.at("/open/0/legs/0/told/CALLED_AT")).isNotBlank();
        assertThat(floor.at("/desks/1/state")).isEqualTo("ENGAGED");
        assertThat(floor.at("/desks/1/staff")).isEqualTo("bohdan-floor");
        assertThat(floor.at("/services/0/waitTargetSeconds")).isEqualTo("900");
    }

    /** For the service of this test only: others share the log. */
    @Test
    void judgesAWaitByTheRuleOfItsMomentWhereTheOfficePromisesNothing() {
        Api admin = Api.as(port, "admin");
        Offices.open(admin, "floor-ruled");
        admin.post("/api/v1/offices/floor-ruled/services/ruled/offer", "{'name': {'en': 'Ruled'}}");
        Api clerk = Api.as(port, "clerk", "floor-ruled");
        publish(admin, 1_200);
        String first = clerk.post("/api/v1/visits", "{'office': 'floor-ruled', 'service': 'ruled'}")
                .at("/state/id");
        long ruled = publish(admin, 300);

        Api.Reply floor = clerk.get("/api/v1/offices/floor-ruled/floor?minPosition=" + ruled);

        assertThat(floor.at("/open/0/visit")).isEqualTo(first);
        assertThat(floor.at("/open/0/legs/0/waitTargetSeconds")).isEqualTo("1200");
        assertThat(floor.at("/services/2/waitTargetSeconds")).isEqualTo("300");
        Api.Reply policy = admin.get("/api/v1/policies/visit-wait-ruled");
        assertThat(policy.at("/state/inForce")).isEqualTo("2");
        assertThat(policy.at("/state/versions/0/basis/en")).isEqualTo("Order of 1200 s");
    }

    private static long publish(Api admin, int seconds) {
        Api.Reply reply = admin.post(
                "/api/v1/policies",
                "{'policy': 'visit-wait-ruled', 'name': {'en': 'A wait'}, 'limit': {'amount': " + seconds
                        + ", 'unit': 'SECONDS'}, 'basis': {'en': 'Order of " + seconds + " s'}}");
        assertThat(reply.status()).as(reply.body()).isEqualTo(201);
        return reply.position();
    }

    /** A service that starts three days later, with the same log. */
    @Test
    void findsWhoWasLeftOpenDaysBeforeAndLearnsHowItEnded() {
        Offices.open(Api.as(port, "admin"), "floor-left");
        Api clerk = Api.as(port, "clerk", "floor-left");
        String visit = Offices.arrival(clerk, "floor-left");
        Floors later = new Floors(log, Clock.offset(Clock.systemUTC(), Duration.ofDays(3)));
        try {
            await().untilAsserted(() -> assertThat(open(later, "floor-left")).containsExactly(visit));

            long ended =
                    clerk.post("/api/v1/visits/" + visit + "/abandon", "{}").position();

            Floor floor = later.floor(new OfficeId("floor-left"), ended).orElseThrow();
            assertThat(floor.open()).isEmpty();
            assertThat(floor.gone()).hasSize(1);
        } finally {
            later.destroy();
        }
    }

    private static List<String> open(Floors floors, String office) {
        return floors.floor(new OfficeId(office), 0).orElseThrow().open().stream()
                .map(guest -> guest.visit().id().value())
                .toList();
    }

    @Test
    void namesTheOfficesWhereTheCallerMayWork() {
        Offices.open(Api.as(port, "admin"), "floor-mine");
        Offices.open(Api.as(port, "admin"), "floor-theirs");
        Api clerk = Api.as(port, "clerk", "floor-mine");

        await().untilAsserted(() -> assertThat(clerk.get("/api/v1/offices").json())
                .extracting(office -> office.at("/office").asString())
                .containsExactly("floor-mine"));
        assertThat(clerk.get("/api/v1/offices/floor-theirs/floor").at("/type"))
                .isEqualTo("urn:dovira:problem:office-outside-scope");
        assertThat(Api.as(port, "clerk").get("/api/v1/offices/nowhere/floor").at("/type"))
                .isEqualTo("urn:dovira:problem:office-unknown");
        assertThat(Api.as(port, "auditor")
                        .get("/api/v1/offices/floor-mine/floor")
                        .status())
                .isEqualTo(403);
    }
}
