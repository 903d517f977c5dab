package io.dovira.command.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.dovira.access.Roles;
import io.dovira.command.Api;
import io.dovira.command.TestDatabase;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.http.server.PathContainer;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.pattern.PathPatternParser;

/** Everything that programs ask for, as every role. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@Import({TestDatabase.class, TestIssuer.class})
class AnswersIT {
    private static final String[] QUALITY = {"quality", "manager", "auditor", "admin"};

    /** What programs ask for. An answer that is not here fails {@link #knowsEveryAnswer}. */
    private static final List<Answer> ANSWERS = List.of(
            answer("/api/v1/offices", "clerk", "custody", "manager", "admin"),
            answer("/api/v1/offices/any", Roles.all()),
            answer("/api/v1/offices/any/floor", "clerk", "manager", "admin"),
            answer("/api/v1/offices/any/desks/1", Roles.all()),
            answer("/api/v1/policies", Roles.all()),
            answer("/api/v1/policies/any", Roles.all()),
            answer("/api/v1/policies/any/due", Roles.all()),
            answer("/api/v1/calendars", Roles.all()),
            answer("/api/v1/calendars/any", Roles.all()),
            answer("/api/v1/visits/any", "clerk", "quality", "manager", "auditor", "admin"),
            answer("/api/v1/ratings/any", QUALITY),
            answer("/api/v1/appeals/any", "clerk", "quality", "manager", "auditor", "admin"),
            answer("/api/v1/custody/any", "custody", "admin"),
            answer("/api/v1/custody/units/any", "custody", "auditor", "admin"),
            answer("/api/v1/footage/any", "custody", "quality", "auditor", "admin"),
            answer("/api/v1/footage/any/content", "custody", "quality", "auditor", "admin"),
            answer("/api/v1/cameras/any", "custody", "quality", "manager", "auditor", "admin"),
            answer("/api/v1/communities/any", "clerk", "quality", "manager", "auditor", "admin"),
            answer("/api/v1/officers/any", QUALITY),
            answer("/api/v1/stations/any", QUALITY),
            answer("/api/v1/publications/any", QUALITY),
            answer("/api/v1/imports", "quality", "manager", "admin"),
            answer("/api/v1/imports/any", "quality", "manager", "admin"),
            answer("/api/v1/imports/mappings", "quality", "manager", "admin"),
            answer("/api/v1/imports/mappings/schema", "quality", "manager", "admin"));

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
    void answersThoseWhomItIsFor(Answer answer) {
        for (String role : Roles.ALL) {
            int status = Api.as(port, role).get(answer.path()).status();

            assertThat(status != 403).as(role).isEqualTo(answer.roles().contains(role));
        }
    }
}
