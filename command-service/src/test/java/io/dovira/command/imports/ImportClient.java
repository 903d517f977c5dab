package io.dovira.command.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.dovira.command.identity.TestIssuer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.client.MultipartBodyBuilder;
import org.springframework.web.client.RestClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Talks to the interface as any client would. */
final class ImportClient {

    /** An answer: its status, its body (null node if there is none), and where it points. */
    record Answer(int status, JsonNode body, @Nullable String location) {
        String text(String field) {
            return body.path(field).asString("");
        }
    }

    private final RestClient http;

    ImportClient(int port) {
        this.http = RestClient.builder()
                .baseUrl("http://localhost:" + port)
                .defaultStatusHandler(status -> true, (request, response) -> {})
                .build();
    }

    static Resource file(byte[] content, String name) {
        return new ByteArrayResource(content) {
            @Override
            public String getFilename() {
                return name;
            }
        };
    }

    static Resource file(String content, String name) {
        return file(content.getBytes(StandardCharsets.UTF_8), name);
    }

    /** Sends a file; {@code mapping}: a name or YAML as text, or a {@link Resource} as a file. */
    Answer send(@Nullable Resource file, @Nullable Object mapping, String bearer, @Nullable String key) {
        MultipartBodyBuilder form = new MultipartBodyBuilder();
        if (file != null) {
            form.part("file", file);
        }
        if (mapping != null) {
            form.part("mapping", mapping);
        }
        RestClient.RequestBodySpec request = http.post()
                .uri("/api/v1/imports")
                .header(HttpHeaders.AUTHORIZATION, bearer)
                .contentType(MediaType.MULTIPART_FORM_DATA)
                .body(form.build());
        if (key != null) {
            request.header("Idempotency-Key", key);
        }
        return request.exchange((ignored, response) -> answer(response));
    }

    Answer send(Resource file, Object mapping) {
        return send(file, mapping, TestIssuer.bearer("quality"), null);
    }

    /** Sends a file that is accepted and waits until its import is over. */
    JsonNode run(Resource file, Object mapping) {
        Answer answer = send(file, mapping);
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(202);
        return over(answer.text("id"));
    }

    JsonNode over(String id) {
        await().atMost(Duration.ofMinutes(5))
                .pollInterval(Duration.ofMillis(20))
                .until(() ->
                        !get("/api/v1/imports/" + id).body().path("finishedAt").isNull());
        return get("/api/v1/imports/" + id).body();
    }

    Answer get(String path) {
        return ask(HttpMethod.GET, path, TestIssuer.bearer("manager"));
    }

    Answer ask(HttpMethod method, String path, String bearer) {
        return http.method(method)
                .uri(path)
                .header(HttpHeaders.AUTHORIZATION, bearer)
                .exchange((ignored, response) -> answer(response));
    }

    private static Answer answer(RestClient.RequestHeadersSpec.ConvertibleClientHttpResponse response)
            throws java.io.IOException {
        byte[] body = response.getBody().readAllBytes();
        return new Answer(
                response.getStatusCode().value(),
                JsonMapper.shared().readTree(body.length == 0 ? "null".getBytes(StandardCharsets.UTF_8) : body),
                response.getHeaders().getFirst(HttpHeaders.LOCATION));
    }
}
