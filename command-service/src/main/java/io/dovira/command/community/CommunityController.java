package io.dovira.command.community;

import io.dovira.command.platform.Answer;
import io.dovira.command.platform.Endpoint;
import io.dovira.command.platform.Endpoints;
import io.dovira.command.platform.Envelope;
import io.dovira.command.platform.Fields;
import io.dovira.command.platform.Refuses;
import io.dovira.command.platform.Seen;
import io.dovira.command.platform.TimeBody;
import io.dovira.events.CommunityId;
import io.dovira.events.OfficeId;
import io.dovira.events.OfficerId;
import io.dovira.events.RegionId;
import io.dovira.events.community.Community;
import io.dovira.events.community.CommunityFact;
import io.dovira.events.community.ContactKind;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** One POST for each command on a community. */
@RestController
@RequestMapping("/api/v1/communities")
@Tag(
        name = "Communities",
        description = "Territorial communities: how many people are said to live there, what is agreed, who met them")
@Refuses(CommunityReason.class)
class CommunityController {
    private static final int MOST_PEOPLE = 100_000_000;
    private static final Function<String, String> SOURCE = Fields.text(300);

    private final Endpoint<CommunityId, CommunityFact, Community, ShownCommunity> communities;

    CommunityController(Endpoints endpoints) {
        this.communities = endpoints.of(
                Communities.SUBJECT,
                new Endpoint.Kind<>(
                        CommunityId::stream, Community::office, ShownCommunity::of, CommunityReason.COMMUNITY_UNKNOWN));
    }

    @PostMapping
    @Operation(summary = "A community is known from now on")
    @ApiResponse(responseCode = "201", description = "Known", useReturnTypeSchema = true)
    ResponseEntity<Answer<ShownCommunity>> register(Envelope envelope, @RequestBody RegisterBody body) {
        return communities.create(
                envelope,
                body,
                (fields, intent) -> new RegisterCommunity(
                        fields.required("community", body.community(), CommunityId::new),
                        fields.required("name", body.name(), Fields.names("name")),
                        fields.required("region", body.region(), RegionId::new),
                        fields.required("regionName", body.regionName(), Fields.names("regionName")),
                        fields.required("office", body.office(), OfficeId::new),
                        fields.required("people", body.people(), Fields.between(0, MOST_PEOPLE)),
                        fields.required("source", body.source(), SOURCE),
                        fields.required("asOf", body.asOf(), Fields::day)),
                RegisterCommunity::community);
    }

    @PostMapping("/{community}/population")
    @Operation(summary = "Another source, or another day, tells another number of people")
    ResponseEntity<Answer<ShownCommunity>> restate(
            Envelope envelope, @PathVariable String community, @RequestBody PopulationBody body) {
        return communities.send(
                envelope,
                body,
                fields -> id(fields, community),
                (fields, id) -> new RestatePopulation(
                        id,
                        fields.required("people", body.people(), Fields.between(0, MOST_PEOPLE)),
                        fields.required("source", body.source(), SOURCE),
                        fields.required("asOf", body.asOf(), Fields::day)));
    }

    @PostMapping("/{community}/memorandum")
    @Operation(summary = "It is agreed that the community gets an officer")
    ResponseEntity<Answer<ShownCommunity>> sign(
            Envelope envelope, @PathVariable String community, @RequestBody(required = false) @Nullable TimeBody body) {
        return communities.send(
                envelope, body, fields -> id(fields, community), (fields, id) -> new SignMemorandum(id));
    }

    @PostMapping("/{community}/contact")
    @Operation(summary = "The police met people of the community")
    ResponseEntity<Answer<ShownCommunity>> contact(
            Envelope envelope, @PathVariable String community, @RequestBody ContactBody body) {
        return communities.send(
                envelope,
                body,
                fields -> id(fields, community),
                (fields, id) -> new RecordContact(
                        id,
                        fields.required("kind", body.kind(), Fields.oneOf(ContactKind.class)),
                        fields.optional("officer", body.officer(), OfficerId::new),
                        fields.optional("people", body.people(), Fields.between(0, MOST_PEOPLE))));
    }

    @PostMapping("/{community}/report")
    @Operation(summary = "The police told the community what was done for it")
    ResponseEntity<Answer<ShownCommunity>> report(
            Envelope envelope, @PathVariable String community, @RequestBody ReportBody body) {
        return communities.send(
                envelope,
                body,
                fields -> id(fields, community),
                (fields, id) -> new GiveReport(
                        id,
                        fields.optional("officer", body.officer(), OfficerId::new),
                        fields.optional("people", body.people(), Fields.between(0, MOST_PEOPLE))));
    }

    @GetMapping("/{community}")
    @Operation(summary = "As the decider sees it now")
    Seen<ShownCommunity> look(Envelope envelope, @PathVariable String community) {
        return communities.look(envelope, fields -> id(fields, community));
    }

    private static CommunityId id(Fields fields, String community) {
        return fields.required("community", community, CommunityId::new);
    }
}
