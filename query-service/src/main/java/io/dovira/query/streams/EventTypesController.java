package io.dovira.query.streams;

import io.dovira.events.Fact;
import io.dovira.events.catalogue.Facts;
import io.dovira.events.catalogue.Schemas;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Which events there are, and the JSON Schema of the data of each. */
@RestController
final class EventTypesController {
    private static final Pattern NAME =
            Pattern.compile("(?:io\\.dovira\\.)?(?<fact>[a-z]+\\.[a-z-]+)(?:\\.v(?<rev>[1-9]\\d{0,8}))?");
    private static final MediaType SCHEMA = MediaType.parseMediaType("application/schema+json");

    @GetMapping("/api/v1/events/types")
    Map<String, List<Listed>> types() {
        return Map.of(
                "types", Facts.all().stream().map(EventTypesController::listed).toList());
    }

    /** By fact ({@code visit.visitor-called}, newest revision) or by the type of an event ({@code io.dovira.visit.visitor-called.v1}). */
    @GetMapping("/api/v1/events/types/{name}")
    ResponseEntity<String> schema(@PathVariable String name) {
        return find(name)
                .map(schema -> ResponseEntity.ok().contentType(SCHEMA).body(schema))
                .orElseThrow(() -> Refused.noSuchType(name));
    }

    private static Optional<String> find(String name) {
        Matcher matcher = NAME.matcher(name);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        String fact = matcher.group("fact");
        String revision = matcher.group("rev");
        if (revision != null) {
            return Schemas.find(fact, Integer.parseInt(revision));
        }
        return Facts.all().stream()
                .filter(type -> Facts.nameOf(type).equals(fact))
                .findFirst()
                .flatMap(type -> Schemas.find(fact, Facts.revisionOf(type)));
    }

    private static Listed listed(Class<? extends Fact> type) {
        String fact = Facts.nameOf(type);
        int revision = Facts.revisionOf(type);
        return new Listed(EventType.of(fact, revision), fact, revision, "/api/v1/events/types/" + fact);
    }

    /**
     * One kind of event.
     *
     * @param type as in CloudEvents, written now; older revisions may stand in the log
     * @param fact what a type filter names
     * @param schema where its JSON Schema is
     */
    record Listed(String type, String fact, int revision, String schema) {}
}
