package io.dovira.query.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.dovira.events.Origin;
import io.dovira.query.story.Story;
import java.util.List;
import org.junit.jupiter.api.Test;

/** When figures belong where: zones, summer time, ranges, dimensions, origins. */
class BucketsTest {

    private final Story story = new Story()
            .office("lviv", "police", "west", "Europe/Kyiv")
            .office("york", "nypd", "bronx", "America/New_York")
            .offers("lviv", "advice", null)
            .offers("york", "advice", null);

    private List<MetricsRow> ask(String... parameters) {
        return Counted.of(story).ask(parameters);
    }

    @Test
    void belongToTheLocalDayOfTheOffice() {
        story.arrives("v1", "lviv", "advice", "2026-11-22T23:30:00Z");
        story.arrives("v2", "york", "advice", "2026-11-22T23:30:00Z");

        assertThat(ask("measure=wait", "by=office", "bucket=day"))
                .extracting(MetricsRow::office, MetricsRow::bucket)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("lviv", "2026-11-23"),
                        org.assertj.core.groups.Tuple.tuple("york", "2026-11-22"));
    }

    @Test
    void tellTheHourThatComesTwiceApart() {
        // Kyiv sets the clock back on 2026-10-25 at 04:00 to 03:00.
        story.arrives("v1", "lviv", "advice", "2026-10-25T00:30:00Z");
        story.arrives("v2", "lviv", "advice", "2026-10-25T01:30:00Z");

        assertThat(ask("measure=wait", "bucket=hour"))
                .extracting(MetricsRow::bucket)
                .containsExactly("2026-10-25T03:00:00+03:00", "2026-10-25T03:00:00+02:00");
    }

    @Test
    void takeTheBeginningInAndLeaveTheEndOut() {
        story.arrives("v1", "lviv", "advice", "2026-11-23T08:00:00Z");
        story.arrives("v2", "lviv", "advice", "2026-11-23T08:30:00Z");
        story.arrives("v3", "lviv", "advice", "2026-11-23T09:00:00Z");

        assertThat(ask("measure=wait", "from=2026-11-23T08:00:00Z", "to=2026-11-23T09:00:00Z")
                        .getFirst()
                        .open())
                .isEqualTo(2);
        assertThat(ask("measure=wait", "from=2026-11-23T08:00:00.001Z", "to=2026-11-23T09:00:00.001Z")
                        .getFirst()
                        .open())
                .isEqualTo(2);
    }

    @Test
    void readALocalTimeInTheZoneOfEachOffice() {
        story.arrives("v1", "lviv", "advice", "2026-11-23T07:00:00Z");
        story.arrives("v2", "york", "advice", "2026-11-23T14:00:00Z");

        // 09:00 in both places.
        assertThat(ask("measure=wait", "from=2026-11-23T09:00", "to=2026-11-23T09:01")
                        .getFirst()
                        .open())
                .isEqualTo(2);
        assertThat(ask("measure=wait", "from=2026-11-24")).isEmpty();
    }

    @Test
    void areToldApartByAnyCombination() {
        story.arrives("v1", "lviv", "advice", "2026-11-23T07:00:00Z");
        story.arrives("v2", "york", "advice", "2026-11-23T14:00:00Z");

        assertThat(ask("measure=wait", "by=organisation,region", "by=channel")).hasSize(2);
        MetricsRow first =
                ask("measure=wait", "by=organisation,region", "by=channel").getFirst();
        assertThat(first.organisation()).isEqualTo("nypd");
        assertThat(first.organisationName()).containsEntry("en", "Organisation nypd");
        assertThat(first.region()).isEqualTo("bronx");
        assertThat(first.channel()).isEqualTo("IN_PERSON");
        assertThat(first.office()).isNull();
    }

    @Test
    void areFilteredBySeveralValues() {
        story.arrives("v1", "lviv", "advice", "2026-11-23T07:00:00Z");
        story.arrives("v2", "york", "advice", "2026-11-23T14:00:00Z");

        assertThat(ask("measure=wait", "office=lviv,york").getFirst().open()).isEqualTo(2);
        assertThat(ask("measure=wait", "office=lviv", "office=york").getFirst().open())
                .isEqualTo(2);
        assertThat(ask("measure=wait", "organisation=nypd").getFirst().open()).isEqualTo(1);
    }

    @Test
    void neverPutOriginsTogether() {
        story.arrives("v1", "lviv", "advice", "2026-11-23T07:00:00Z");
        story.from(Origin.SIMULATED).arrives("v2", "lviv", "advice", "2026-11-23T07:00:00Z");

        assertThat(ask("measure=wait")).extracting(MetricsRow::origin).containsExactly(Origin.LIVE, Origin.SIMULATED);
        assertThat(ask("measure=wait", "origin=LIVE")).hasSize(1);
    }
}
