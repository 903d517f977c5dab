package io.dovira.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import io.dovira.command.identity.TestIssuer;
import io.dovira.eventstore.log.EventLog;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.bson.Document;
import org.bson.types.Binary;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.Environment;

/** A desk's stream never ends; what a call reads of it must. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@Import({TestDatabase.class, TestIssuer.class})
class LongDayIT {
    private static final String DESK = "desk-long:1";

    @LocalServerPort
    private int port;

    @Autowired
    private EventLog log;

    @Autowired
    private MongoClient mongo;

    @Autowired
    private Environment environment;

    @Value("${dovira.mongodb.log-database}")
    private String database;

    @Test
    void keepsTheStateOfADeskFromTimeToTimeAndDecidesOnItAsOnTheFacts() {
        Api clerk = Api.as(port, "admin");
        Offices.open(clerk, "long");
        serve(clerk, 105);

        Document kept = Objects.requireNonNull(mongo.getDatabase(database)
                .getCollection("snapshots")
                .find(Filters.eq("_id", DESK))
                .first());

        assertThat(kept.getLong("seq")).isGreaterThanOrEqualTo(190);
        assertThat(log.lastSequence(DESK)).hasValue(210);
        serve(clerk, 1);
        try (SecondService restarted = SecondService.beside(environment)) {
            Api there = Api.as(restarted.port(), "admin");
            serve(there, 1);
            String first = "/api/v1/visits/" + Offices.arrival(there, "long");
            String next = "/api/v1/visits/" + Offices.arrival(there, "long");
            assertThat(there.post(first + "/call", "{'desk': '1'}").at("/state/legs/0/staff"))
                    .isEqualTo("anna-long");
            assertThat(there.post(next + "/call", "{'desk': '1'}").at("/type"))
                    .isEqualTo("urn:dovira:problem:desk-engaged");
            assertThat(clerk.post("/api/v1/offices/long/desks/1/close", null).at("/type"))
                    .isEqualTo("urn:dovira:problem:desk-engaged");
            there.post(first + "/no-show", null);
        }
        readsWhatIsKeptAndNotTheFactsBefore(clerk, kept);
    }

    /** Shown by a state that no fact ever told. */
    private void readsWhatIsKeptAndNotTheFactsBefore(Api clerk, Document kept) {
        String state = new String(
                kept.get("pl", Document.class).get("bytes", Binary.class).getData(), StandardCharsets.UTF_8);
        mongo.getDatabase(database)
                .getCollection("snapshots")
                .updateOne(
                        Filters.eq("_id", DESK),
                        Updates.set(
                                "pl.bytes", state.replace("anna-long", "nobody").getBytes(StandardCharsets.UTF_8)));
        String visit = "/api/v1/visits/" + Offices.arrival(clerk, "long");

        assertThat(clerk.post(visit + "/call", "{'desk': '1'}").at("/state/legs/0/staff"))
                .isEqualTo("nobody");
    }

    private static void serve(Api clerk, int visitors) {
        for (int i = 0; i < visitors; i++) {
            String visit = "/api/v1/visits/" + Offices.arrival(clerk, "long");
            Api.Reply called = clerk.post(visit + "/call", "{'desk': '1'}");
            assertThat(called.status()).as(called.body()).isEqualTo(200);
            assertThat(clerk.post(visit + "/no-show", null).status()).isEqualTo(200);
        }
    }
}
