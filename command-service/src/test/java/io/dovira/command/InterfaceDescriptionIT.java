package io.dovira.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.dovira.command.identity.TestIssuer;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import tools.jackson.databind.JsonNode;

/** The description of the interfaces, as clients generate code from it. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@Import({TestDatabase.class, TestIssuer.class})
class InterfaceDescriptionIT {
    private static final List<String> FEATURES = List.of(
            "/api/v1/offices",
            "/api/v1/visits",
            "/api/v1/appeals",
            "/api/v1/ratings",
            "/api/v1/custody",
            "/api/v1/policies",
            "/api/v1/calendars");

    @LocalServerPort
    private int port;

    private JsonNode description;

    @BeforeEach
    void read() {
        Api.Reply reply = Api.as(port, "integrator").get("/v3/api-docs");
        assertThat(reply.status()).isEqualTo(200);
        description = reply.json();
    }

    @Test
    void isOpenApiOfTheNewestKind() {
        assertThat(description.at("/openapi").asString()).startsWith("3.1");
        assertThat(description.at("/info/title").asString()).isEqualTo("Dovira commands");
        assertThat(description.at("/components/securitySchemes/bearer/scheme").asString())
                .isEqualTo("bearer");
    }

    @Test
    void describesEveryCommandWithItsAnswersAndProblems() {
        List<String> commands = new ArrayList<>();
        description.at("/paths").properties().forEach(path -> {
            JsonNode post = path.getValue().get("post");
            if (post != null && FEATURES.stream().anyMatch(path.getKey()::startsWith)) {
                commands.add(path.getKey());
                describes(path.getKey(), post);
            }
        });

        assertThat(commands).hasSize(95);
    }

    private void describes(String path, JsonNode post) {
        assertThat(post.at("/summary").asString()).as(path).isNotBlank();
        assertThat(names(post.at("/parameters")))
                .as(path)
                .contains("Idempotency-Key")
                .doesNotContain("envelope", "caller");
        JsonNode answers = post.at("/responses");
        assertThat(answers.propertyNames())
                .as(path)
                .contains("400", "401", "403", "404", "409", "413", "422", "503")
                .containsAnyOf("200", "201");
        String success = answers.has("201") ? "201" : "200";
        assertThat(answers.has("201") && answers.has("200")).as(path).isFalse();
        JsonNode schema = resolved(answers.at("/" + success + "/content/application~1json/schema"));
        assertThat(schema.at("/properties").propertyNames())
                .as(path)
                .contains("position", "recordedAt", "eventIds", "state");
        for (String code : List.of("400", "401", "403", "404", "409", "413", "422", "503")) {
            JsonNode answer = answers.get(code);
            assertThat(answer.at("/description").asString())
                    .as("%s %s", path, code)
                    .startsWith("`urn:dovira:problem:");
            assertThat(answer.at("/content/application~1problem+json/schema/$ref")
                            .asString())
                    .isEqualTo("#/components/schemas/Problem");
        }
        assertThat(post.at("/requestBody/content/application~1json/schema").isMissingNode())
                .as(path)
                .isFalse();
    }

    @Test
    void saysWhatABodyHolds() {
        JsonNode body =
                resolved(description.at("/paths/~1api~1v1~1visits/post/requestBody/content/application~1json/schema"));

        assertThat(body.at("/properties").propertyNames())
                .containsExactlyInAnyOrder(
                        "visit", "office", "service", "channel", "appointmentAt", "occurredAt", "timeQuality");
        assertThat(description
                        .at("/paths/~1api~1v1~1visits~1{visit}~1call/post/responses/409/description")
                        .asString())
                .contains("desk-engaged", "visit-state", "concurrent-change");
    }

    private JsonNode resolved(JsonNode schema) {
        return schema.has("$ref") ? description.at(schema.get("$ref").asString().substring(1)) : schema;
    }

    private static List<String> names(JsonNode parameters) {
        return StreamSupport.stream(parameters.spliterator(), false)
                .map(parameter -> parameter.at("/name").asString())
                .toList();
    }
}
