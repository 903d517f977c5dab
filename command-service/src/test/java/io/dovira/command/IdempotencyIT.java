package io.dovira.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.dovira.command.identity.TestIssuer;
import io.dovira.eventstore.log.EventLog;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.Environment;

/** A request with a key may be sent as often as one likes; the log remembers, not the process. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@Import({TestDatabase.class, TestIssuer.class})
class IdempotencyIT {
    private static final String KEY = "Idempotency-Key";
    private static final String REPLAYED = "Idempotency-Replayed";

    @LocalServerPort
    private int port;

    @Autowired
    private EventLog log;

    @Autowired
    private Environment environment;

    @Test
    void answersARepeatAsTheFirstTimeAndRecordsNothing() {
        Api clerk = Api.as(port, "clerk").with(KEY, "repeat-1");
        Offices.open(Api.as(port, "admin"), "repeat");
        Api.Reply first = clerk.post("/api/v1/visits", "{'office': 'repeat', 'service': 'advice'}");
        String call = "/api/v1/visits/" + first.at("/state/id") + "/call";
        Api.Reply called = clerk.post(call, "{'desk': '1'}");
        long head = log.head();
        assertThat(called.position()).isEqualTo(head);

        Api.Reply again = clerk.post("/api/v1/visits", "{'service': 'advice',    'office': 'repeat'}");
        Api.Reply calledAgain = clerk.post(call, "{'desk': '1'}");

        // The same key on another path was another request; each repeat is answered with the state of its own moment.
        assertThat(first.status()).isEqualTo(201);
        assertThat(again.status()).isEqualTo(201);
        assertThat(again.json()).isEqualTo(first.json());
        assertThat(again.header("Location")).isEqualTo(first.header("Location"));
        assertThat(calledAgain.json()).isEqualTo(called.json());
        assertThat(List.of(first.header(REPLAYED), called.header(REPLAYED))).containsOnly("");
        assertThat(List.of(again.header(REPLAYED), calledAgain.header(REPLAYED)))
                .containsOnly("true");
        assertThat(log.head()).isEqualTo(head);
    }

    @Test
    void refusesTheSameKeyForSomethingElse() {
        Api clerk = Api.as(port, "clerk").with(KEY, "reuse-1");
        Offices.open(Api.as(port, "admin"), "reuse");
        assertThat(clerk.post("/api/v1/visits", "{'office': 'reuse', 'service': 'advice'}")
                        .status())
                .isEqualTo(201);
        long head = log.head();

        Api.Reply other = clerk.post("/api/v1/visits", "{'office': 'reuse', 'service': 'passports'}");

        assertThat(other.status()).isEqualTo(422);
        assertThat(other.at("/type")).isEqualTo("urn:dovira:problem:idempotency-key-reused");
        assertThat(log.head()).isEqualTo(head);
    }

    @Test
    void keepsTheKeysOfDifferentCallersApart() {
        Offices.open(Api.as(port, "admin"), "apart");
        String body = "{'office': 'apart', 'service': 'advice'}";

        Api.Reply clerks = Api.as(port, "clerk").with(KEY, "apart-1").post("/api/v1/visits", body);
        Api.Reply managers = Api.as(port, "manager").with(KEY, "apart-1").post("/api/v1/visits", body);

        assertThat(managers.status()).isEqualTo(201);
        assertThat(managers.at("/state/id")).isNotEqualTo(clerks.at("/state/id"));
    }

    @Test
    void decidesARefusedRequestAnew() {
        Api admin = Api.as(port, "admin");
        Offices.open(admin, "anew");
        String call = "/api/v1/visits/" + Offices.arrival(admin, "anew") + "/call";
        String desk = "/api/v1/offices/anew/desks/1";
        admin.post(desk + "/break", null);
        Api keyed = admin.with(KEY, "anew-1");
        assertThat(keyed.post(call, "{'desk': '1'}").at("/type")).isEqualTo("urn:dovira:problem:desk-on-break");
        admin.post(desk + "/end-break", null);

        assertThat(keyed.post(call, "{'desk': '1'}").status()).isEqualTo(200);
    }

    @Test
    void answersARepeatFromTheLogAfterARestart() {
        Offices.open(Api.as(port, "admin"), "restart");
        String body = "{'office': 'restart', 'service': 'advice'}";
        Api.Reply first;
        try (SecondService before = SecondService.beside(environment)) {
            first = Api.as(before.port(), "clerk").with(KEY, "restart-1").post("/api/v1/visits", body);
            assertThat(first.status()).as(first.body()).isEqualTo(201);
        }
        long head = log.head();

        try (SecondService after = SecondService.beside(environment)) {
            Api clerk = Api.as(after.port(), "clerk").with(KEY, "restart-1");
            Api.Reply again = clerk.post("/api/v1/visits", body);

            assertThat(again.json()).isEqualTo(first.json());
            assertThat(again.header(REPLAYED)).isEqualTo("true");
            assertThat(clerk.post("/api/v1/visits", "{'office': 'restart', 'service': 'passports'}")
                            .status())
                    .isEqualTo(422);
        }
        assertThat(log.head()).isEqualTo(head);
    }
}
