package io.dovira.query.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.dovira.access.Roles;
import io.dovira.query.pages.RealService;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.server.PathContainer;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.pattern.PathPatternParser;

/** Everything that programs ask for, as every role. */
@RealService
class AnswersIT {
    private static final String[] QUALITY = {"quality", "manager", "auditor", "admin"};
    private static final String[] HELD = {"custody", "quality", "auditor", "admin"};
    private static final String[] OF_LOG = {"integrator", "auditor", "admin"};

    /** What programs ask for. An answer that is not here fails {@link #knowsEveryAnswer}. */
    private static final List<Answer> ANSWERS = List.of(
            answer("/api/v1/live", Roles.all()),
            answer("/api/v1/live/offices/any", Roles.all()),
            answer("/api/v1/live/stream", Roles.all()),
            answer("/api/v1/metrics", Roles.all()),
            answer("/api/v1/metrics/definitions", Roles.all()),
            answer("/api/v1/metrics/service-level", Roles.all()),
            answer("/api/v1/estimates", Roles.all()),
            answer("/api/v1/tickets/any", Roles.all()),
            answer("/api/v1/projections", Roles.all()),
            answer("/api/v1/projections/any", Roles.all()),
            answer("/api/v1/projections/any/builds", Roles.all()),
            answer("/api/v1/projections/any/dead-letters", "auditor", "admin"),
            answer("/api/v1/log/seal", Roles.all()),
            answer("/api/v1/log/proof", Roles.all()),
            answer("/api/v1/log/consistency", Roles.all()),
            answer("/api/v1/log/receipts/none", Roles.all()),
            answer("/api/v1/log/commits.bson", "auditor", "admin"),
            answer("/api/v1/events", OF_LOG),
            answer("/api/v1/events/stream", OF_LOG),
            answer("/api/v1/events/subscribers", OF_LOG),
            answer("/api/v1/events/types", OF_LOG),
            answer("/api/v1/events/types/any", OF_LOG),
            answer("/api/v1/interactions", QUALITY),
            answer("/api/v1/interactions/csv", QUALITY),
            answer("/api/v1/interactions/any", QUALITY),
            answer("/api/v1/compare/funnel", QUALITY),
            answer("/api/v1/compare/control", QUALITY),
            answer("/api/v1/feedback", QUALITY),
            answer("/api/v1/feedback/comments", QUALITY),
            answer("/api/v1/coverage", QUALITY),
            answer("/api/v1/communities", QUALITY),
            answer("/api/v1/communities/any", QUALITY),
            answer("/api/v1/officers/pipeline", QUALITY),
            answer("/api/v1/publications", QUALITY),
            answer("/api/v1/appeals", "clerk", "quality", "manager", "auditor", "admin"),
            answer("/api/v1/appeals/figures", "clerk", "quality", "manager", "auditor", "admin"),
            answer("/api/v1/appeals/any", "clerk", "quality", "manager", "auditor", "admin"),
            answer("/api/v1/appeals/receipt/any", Roles.all()),
            answer("/api/v1/custody", HELD),
            answer("/api/v1/custody/any", HELD),
            answer("/api/v1/custody/units/lag", HELD),
            answer("/api/v1/custody/units/batches", HELD),
            answer("/api/v1/footage", HELD),
            answer("/api/v1/footage/any", HELD),
            answer("/api/v1/footage/reconciliation", HELD),
            answer("/api/v1/obligations", "custody", "quality", "manager", "auditor", "admin"),
            answer("/api/v1/obligations/any", "custody", "quality", "manager", "auditor", "admin"),
            answer("/api/v1/obligations/stream", "custody", "quality", "manager", "auditor", "admin"));

    private final HttpClient http = HttpClient.newHttpClient();

    @LocalServerPort
    private int port;

    @Autowired
    private RequestMappingHandlerMapping requestMappingHandlerMapping;

    record Answer(String path, Set<String> roles) {}

    private static Answer answer(String path, String... roles) {
        return new Answer(path, Set.of(roles));
    }

    @Test
    void knowsEveryAnswer() {
        List<String> patterns = requestMappingHandlerMapping.getHandlerMethods().keySet().stream()
                .filter(mapping -> mapping.getMethodsCondition().getMethods().contains(RequestMethod.GET))
                .flatMap(mapping -> mapping.getPatternValues().stream())
                .filter(pattern -> pattern.startsWith("/api/"))
                .toList();

        assertThat(patterns)
                .hasSize(ANSWERS.size())
                .allSatisfy(pattern -> assertThat(ANSWERS)
                        .as(pattern)
                        .anyMatch(answer -> new PathPatternParser()
                                .parse(pattern)
                                .matches(PathContainer.parsePath(answer.path()))));
    }

    /** Found or not, good or bad: a role for which it is not is told so and no more. */
    @ParameterizedTest
    @FieldSource("ANSWERS")
    void answersThoseWhomItIsFor(Answer answer) throws Exception {
        for (String role : Roles.ALL) {
            HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + answer.path()))
                    .header("Authorization", TestIssuer.bearer(role))
                    .build();
            // Streams do not end.
            HttpResponse<InputStream> got = http.send(request, HttpResponse.BodyHandlers.ofInputStream());
            got.body().close();

            assertThat(got.statusCode() != 403)
                    .as(role)
                    .isEqualTo(answer.roles().contains(role));
        }
    }
}
