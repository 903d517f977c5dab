package io.dovira.query.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.dovira.query.pages.RealService;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;

/** What the service tells programs about itself. */
@RealService
class OpenApiIT {

    @LocalServerPort
    private int port;

    private final RequestMappingHandlerMapping mappings;

    @Autowired
    OpenApiIT(@Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping mappings) {
        this.mappings = mappings;
    }

    private JsonNode document() {
        return Api.as(port, "integrator").get("/v3/api-docs").json();
    }

    @Test
    void isWrittenInOpenApi31() {
        assertThat(document().get("openapi").asString()).startsWith("3.1.");
    }

    @Test
    void describesEveryInterface() {
        Set<String> served = new TreeSet<>();
        mappings.getHandlerMethods()
                .keySet()
                .forEach(mapping -> mapping.getPatternValues().stream()
                        .filter(path -> path.startsWith("/api/"))
                        .forEach(served::add));

        assertThat(served)
                .contains(
                        "/api/v1/metrics",
                        "/api/v1/live",
                        "/api/v1/live/stream",
                        "/api/v1/interactions",
                        "/api/v1/custody",
                        "/api/v1/custody/units/lag",
                        "/api/v1/events",
                        "/api/v1/events/stream",
                        "/api/v1/projections",
                        "/api/v1/log/proof",
                        "/api/v1/log/consistency",
                        "/api/v1/log/commits.bson");
        assertThat(document().get("paths").propertyNames()).containsAll(served);
    }

    @Test
    void tellsTheParametersAndTheShapeOfTheFigures() {
        JsonNode get = document().at("/paths/~1api~1v1~1metrics/get");

        assertThat(get.get("parameters")
                        .valueStream()
                        .map(parameter -> parameter.get("name").asString()))
                .containsExactlyInAnyOrder(
                        "measure",
                        "organisation",
                        "region",
                        "office",
                        "service",
                        "channel",
                        "origin",
                        "from",
                        "to",
                        "bucket",
                        "by",
                        "asOf",
                        "definition",
                        "minPosition",
                        "format");
        assertThat(get.at("/responses/200/content/application~1json/schema/$ref")
                        .asString())
                .endsWith("/MetricsAnswer");
        assertThat(document().at("/components/schemas/MetricsRow/properties").propertyNames())
                .contains("n", "open", "p50", "p99", "target", "withinTarget", "late", "values");
    }

    @Test
    void tellsWhatASearchCanBeAsked() {
        JsonNode get = document().at("/paths/~1api~1v1~1interactions/get");

        assertThat(get.get("parameters")
                        .valueStream()
                        .map(parameter -> parameter.get("name").asString()))
                .containsExactlyInAnyOrder(
                        "office",
                        "organisation",
                        "from",
                        "to",
                        "id",
                        "ticket",
                        "kind",
                        "state",
                        "late",
                        "page",
                        "limit",
                        "minPosition");
    }
}
