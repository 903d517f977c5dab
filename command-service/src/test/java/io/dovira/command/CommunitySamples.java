package io.dovira.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.dovira.command.BadInputIT.Sample;
import java.util.List;
import org.junit.jupiter.params.provider.Arguments;

/** The commands on communities, officers, stations and publications, and what can be wrong with them; for {@link BadInputIT}. */
final class CommunitySamples {
    private static final String INVALID = "invalid-request";

    /** {@code %s} stands for one more field. */
    static final List<Sample> COMMANDS = List.of(
            new Sample(
                    "/api/v1/communities",
                    "{'community': 'bad-new', 'name': {'en': 'x'}, 'region': 'r', 'regionName': {'en': 'x'}, 'office': 'bad', 'people': 10, 'source': 's', 'asOf': '2022-01-01'%s}"),
            new Sample("/api/v1/communities/bad-c/population", "{'people': 11, 'source': 's', 'asOf': '2022-01-01'%s}"),
            new Sample("/api/v1/communities/bad-d/memorandum", "{'timeQuality': 'EXACT'%s}"),
            new Sample("/api/v1/communities/bad-c/contact", "{'kind': 'SCHOOL'%s}"),
            new Sample("/api/v1/communities/bad-c/report", "{'people': 5%s}"),
            new Sample("/api/v1/officers", "{'officer': 'bad-o2', 'community': 'bad-c'%s}"),
            new Sample("/api/v1/officers/bad-o/start-training", "{'timeQuality': 'EXACT'%s}"),
            new Sample("/api/v1/officers/bad-o/complete-training", "{'timeQuality': 'EXACT'%s}"),
            new Sample("/api/v1/officers/bad-o/assign", "{'community': 'bad-c'%s}"),
            new Sample("/api/v1/officers/bad-o/absent", "{'kind': 'LEAVE'%s}"),
            new Sample("/api/v1/officers/bad-o/return", "{'timeQuality': 'EXACT'%s}"),
            new Sample("/api/v1/officers/bad-o/reassign", "{'community': 'bad-d'%s}"),
            new Sample("/api/v1/officers/bad-o/leave", "{'kind': 'RETIRED'%s}"),
            new Sample(
                    "/api/v1/stations",
                    "{'station': 'bad-st2', 'community': 'bad-c', 'name': {'en': 'x'}, 'rooms': ['DUTY']%s}"),
            new Sample("/api/v1/stations/bad-st/rooms", "{'rooms': ['DUTY', 'INTERVIEW']%s}"),
            new Sample("/api/v1/stations/bad-st/close", "{'reason': 'moved'%s}"),
            new Sample(
                    "/api/v1/publications/trust",
                    "{'publication': 'bad-p2', 'office': 'bad', 'source': 's', 'n': 1000, 'percent': 70, 'fieldworkFrom': '2022-01-01', 'fieldworkTo': '2022-01-02'%s}"),
            new Sample(
                    "/api/v1/publications/figures",
                    "{'publication': 'bad-p3', 'office': 'bad', 'source': 's', 'asOf': '2022-01-01', 'officers': 450%s}"),
            new Sample("/api/v1/publications/bad-p/withdraw", "{'reason': 'typed twice'%s}"));

    private CommunitySamples() {}

    /** Two communities, a candidate, a station and figures, in the office {@code bad}. */
    static void setUp(Api admin) {
        for (String[] request : new String[][] {
            {
                "/api/v1/communities",
                "{'community': 'bad-c', 'name': {'en': 'x'}, 'region': 'r', 'regionName': {'en': 'x'}, 'office': 'bad', 'people': 10, 'source': 's', 'asOf': '2022-01-01'}"
            },
            {
                "/api/v1/communities",
                "{'community': 'bad-d', 'name': {'en': 'x'}, 'region': 'r', 'regionName': {'en': 'x'}, 'office': 'bad', 'people': 10, 'source': 's', 'asOf': '2022-01-01'}"
            },
            {"/api/v1/communities/bad-c/memorandum", "{}"},
            {"/api/v1/officers", "{'officer': 'bad-o', 'community': 'bad-c'}"},
            {"/api/v1/stations", "{'station': 'bad-st', 'community': 'bad-c', 'name': {'en': 'x'}, 'rooms': ['DUTY']}"},
            {
                "/api/v1/publications/figures",
                "{'publication': 'bad-p', 'office': 'bad', 'source': 's', 'asOf': '2022-01-01', 'officers': 450}"
            }
        }) {
            Api.Reply reply = admin.post(request[0], request[1]);
            assertThat(reply.status()).as(reply.body()).isBetween(200, 201);
        }
    }

    /** What is wrong, with the type of the answer. */
    static List<Arguments> wrong() {
        return List.of(
                Arguments.of(
                        "fewer people than nobody",
                        "/api/v1/communities",
                        "{'community': 'bad-new', 'name': {'en': 'x'}, 'region': 'r', 'regionName': {'en': 'x'}, 'office': 'bad', 'people': -1, 'source': 's', 'asOf': '2022-01-01'}",
                        INVALID),
                Arguments.of(
                        "half a person",
                        "/api/v1/communities",
                        "{'community': 'bad-new', 'name': {'en': 'x'}, 'region': 'r', 'regionName': {'en': 'x'}, 'office': 'bad', 'people': 10.5, 'source': 's', 'asOf': '2022-01-01'}",
                        INVALID),
                Arguments.of(
                        "a source of nothing",
                        "/api/v1/communities",
                        "{'community': 'bad-new', 'name': {'en': 'x'}, 'region': 'r', 'regionName': {'en': 'x'}, 'office': 'bad', 'people': 10, 'source': ' ', 'asOf': '2022-01-01'}",
                        INVALID),
                Arguments.of(
                        "a day that is none",
                        "/api/v1/communities",
                        "{'community': 'bad-new', 'name': {'en': 'x'}, 'region': 'r', 'regionName': {'en': 'x'}, 'office': 'bad', 'people': 10, 'source': 's', 'asOf': '2022-02-30'}",
                        INVALID),
                Arguments.of(
                        "a day before any count",
                        "/api/v1/communities",
                        "{'community': 'bad-new', 'name': {'en': 'x'}, 'region': 'r', 'regionName': {'en': 'x'}, 'office': 'bad', 'people': 10, 'source': 's', 'asOf': '1022-01-01'}",
                        INVALID),
                Arguments.of(
                        "a day to come",
                        "/api/v1/communities",
                        "{'community': 'bad-new', 'name': {'en': 'x'}, 'region': 'r', 'regionName': {'en': 'x'}, 'office': 'bad', 'people': 10, 'source': 's', 'asOf': '2199-01-01'}",
                        "in-the-future"),
                Arguments.of(
                        "a community that is there",
                        "/api/v1/communities",
                        "{'community': 'bad-c', 'name': {'en': 'x'}, 'region': 'r', 'regionName': {'en': 'x'}, 'office': 'bad', 'people': 10, 'source': 's', 'asOf': '2022-01-01'}",
                        "community-exists"),
                Arguments.of(
                        "an office that is not there",
                        "/api/v1/communities",
                        "{'community': 'bad-new', 'name': {'en': 'x'}, 'region': 'r', 'regionName': {'en': 'x'}, 'office': 'nowhere', 'people': 10, 'source': 's', 'asOf': '2022-01-01'}",
                        "office-unknown"),
                Arguments.of(
                        "the same claim again",
                        "/api/v1/communities/bad-c/population",
                        "{'people': 10, 'source': 's', 'asOf': '2022-01-01'}",
                        "claim-known"),
                Arguments.of("a second memorandum", "/api/v1/communities/bad-c/memorandum", "{}", "memorandum-signed"),
                Arguments.of(
                        "a contact that is none",
                        "/api/v1/communities/bad-c/contact",
                        "{'kind': 'TELEPATHY'}",
                        INVALID),
                Arguments.of(
                        "a contact of an officer who was never there",
                        "/api/v1/communities/bad-c/contact",
                        "{'kind': 'SCHOOL', 'officer': 'bad-o'}",
                        "officer-not-here"),
                Arguments.of(
                        "a community that is not there",
                        "/api/v1/communities/nowhere/report",
                        "{}",
                        "community-unknown"),
                Arguments.of(
                        "a candidate for nowhere", "/api/v1/officers", "{'community': 'nowhere'}", "community-unknown"),
                Arguments.of(
                        "a candidate without a memorandum",
                        "/api/v1/officers",
                        "{'community': 'bad-d'}",
                        "memorandum-missing"),
                Arguments.of(
                        "a candidate twice",
                        "/api/v1/officers",
                        "{'officer': 'bad-o', 'community': 'bad-c'}",
                        "officer-exists"),
                Arguments.of(
                        "a step that is skipped", "/api/v1/officers/bad-o/complete-training", "{}", "officer-state"),
                Arguments.of("an officer who is not there", "/api/v1/officers/nobody/return", "{}", "officer-unknown"),
                Arguments.of("an absence that is none", "/api/v1/officers/bad-o/absent", "{'kind': 'BORED'}", INVALID),
                Arguments.of(
                        "a station without a room",
                        "/api/v1/stations",
                        "{'station': 'bad-st2', 'community': 'bad-c', 'name': {'en': 'x'}, 'rooms': []}",
                        INVALID),
                Arguments.of(
                        "a room of nothing",
                        "/api/v1/stations",
                        "{'station': 'bad-st2', 'community': 'bad-c', 'name': {'en': 'x'}, 'rooms': [null]}",
                        INVALID),
                Arguments.of(
                        "a room that is none",
                        "/api/v1/stations",
                        "{'station': 'bad-st2', 'community': 'bad-c', 'name': {'en': 'x'}, 'rooms': ['THRONE']}",
                        INVALID),
                Arguments.of(
                        "a station nowhere",
                        "/api/v1/stations",
                        "{'station': 'bad-st2', 'community': 'nowhere', 'name': {'en': 'x'}, 'rooms': ['DUTY']}",
                        "community-unknown"),
                Arguments.of(
                        "a station that is there",
                        "/api/v1/stations",
                        "{'station': 'bad-st', 'community': 'bad-c', 'name': {'en': 'x'}, 'rooms': ['DUTY']}",
                        "station-exists"),
                Arguments.of(
                        "a station that is not there",
                        "/api/v1/stations/nowhere/close",
                        "{'reason': 'x'}",
                        "station-unknown"),
                Arguments.of(
                        "the rooms that it has",
                        "/api/v1/stations/bad-st/rooms",
                        "{'rooms': ['DUTY']}",
                        "rooms-unchanged"),
                Arguments.of(
                        "more than everybody",
                        "/api/v1/publications/trust",
                        "{'publication': 'bad-p2', 'office': 'bad', 'source': 's', 'n': 1000, 'percent': 100.1, 'fieldworkFrom': '2022-01-01', 'fieldworkTo': '2022-01-02'}",
                        INVALID),
                Arguments.of(
                        "a share in words",
                        "/api/v1/publications/trust",
                        "{'publication': 'bad-p2', 'office': 'bad', 'source': 's', 'n': 1000, 'percent': '70', 'fieldworkFrom': '2022-01-01', 'fieldworkTo': '2022-01-02'}",
                        INVALID),
                Arguments.of(
                        "nobody asked",
                        "/api/v1/publications/trust",
                        "{'publication': 'bad-p2', 'office': 'bad', 'source': 's', 'n': 0, 'percent': 70, 'fieldworkFrom': '2022-01-01', 'fieldworkTo': '2022-01-02'}",
                        INVALID),
                Arguments.of(
                        "fieldwork backwards",
                        "/api/v1/publications/trust",
                        "{'publication': 'bad-p2', 'office': 'bad', 'source': 's', 'n': 1000, 'percent': 70, 'fieldworkFrom': '2022-01-01', 'fieldworkTo': '2021-12-31'}",
                        "period-reversed"),
                Arguments.of(
                        "a community of another region",
                        "/api/v1/publications/trust",
                        "{'publication': 'bad-p2', 'office': 'bad', 'region': 'other', 'community': 'bad-c', 'source': 's', 'n': 1000, 'percent': 70, 'fieldworkFrom': '2022-01-01', 'fieldworkTo': '2022-01-02'}",
                        "region-of-another"),
                Arguments.of(
                        "figures of nothing",
                        "/api/v1/publications/figures",
                        "{'publication': 'bad-p3', 'office': 'bad', 'source': 's', 'asOf': '2022-01-01'}",
                        "publication-empty"),
                Arguments.of(
                        "a publication that is there",
                        "/api/v1/publications/figures",
                        "{'publication': 'bad-p', 'office': 'bad', 'source': 's', 'asOf': '2022-01-01', 'officers': 450}",
                        "publication-exists"),
                Arguments.of(
                        "a publication that is not there",
                        "/api/v1/publications/nothing/withdraw",
                        "{'reason': 'x'}",
                        "publication-unknown"));
    }
}
