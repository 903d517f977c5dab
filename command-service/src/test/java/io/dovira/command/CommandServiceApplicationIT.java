package io.dovira.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.dovira.events.policies.BuiltInPolicies;
import io.dovira.eventstore.log.EventLog;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.web.client.RestClient;

@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@Import(TestDatabase.class)
class CommandServiceApplicationIT {
    @LocalServerPort
    private int port;

    @Autowired
    private EventLog log;

    @Test
    void startsHealthyOnAnEmptyLog() {
        String health = RestClient.create("http://localhost:" + port)
                .get()
                .uri("/actuator/health")
                .retrieve()
                .body(String.class);

        assertThat(health).contains("\"status\":\"UP\"");
        assertThat(log.head())
                .as("the built-in policies")
                .isEqualTo(BuiltInPolicies.facts().size());
    }
}
