package io.dovira.command.imports;

import static org.assertj.core.api.Assertions.assertThat;

import io.dovira.command.imports.rows.Draft;
import io.dovira.command.imports.rows.Draft.Told;
import io.dovira.command.imports.rows.Outcome;
import io.dovira.events.TimeQuality;
import io.dovira.events.cases.CaseClosed;
import io.dovira.events.cases.CaseOpened;
import io.dovira.events.cases.CaseResponded;
import io.dovira.events.cases.CaseStepRecorded;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Invented cases in the three shapes that a case can come in. */
class CaseImportTest {

    private static final String HEAD = """
            mapping: 1
            source: town
            kind: case
            zone: Europe/Kyiv
            language: uk
            """;

    @Nested
    class OneRowPerCase {

        private static final String YAML = HEAD + """
                format: csv
                office:
                  id: [Department, Place]
                  name: Place
                  organisation: {id: Department}
                  region: {id: {column: Region, empty: unknown}}
                service: {id: Topic}
                channel: {column: Way, values: {T: PHONE, W: ONLINE}, otherwise: reject}
                actor: Clerk
                case: {id: Number, opened: Opened, due: Due, responded: Answered, closed: Closed, outcome: Result}
                skip:
                  - when: {column: Topic, matches: "TEST.*"}
                    reason: "a test record (${Topic})"
                warn:
                  - when: {all: [{column: Result, empty: false}, {column: Closed, empty: true}]}
                    reason: a result, but no closing
                """;

        private static final String HEADER =
                "Number,Department,Place,Region,Topic,Way,Clerk,Opened,Due,Answered,Closed,Result\n";

        private FileReading read(String rows) {
            return FileReading.of(HEADER + rows, YAML);
        }

        @Test
        void tellsOpeningResponseAndClosing() {
            FileReading reading = read(
                    "7/A,Police,Центр,Kyiv,Lost items,T,c-1,2024-05-01 09:00,2024-05-31 09:00,2024-05-02 10:00,2024-05-03 11:00,found\n");
            assertThat(reading.rejected()).isEmpty();
            assertThat(reading.warnings()).isEmpty();
            Outcome.Facts facts = (Outcome.Facts) reading.outcomes().getFirst();
            assertThat(facts.line()).isEqualTo(2);
            assertThat(facts.place().office().office().value()).isEqualTo("town.Police.Tsentr");
            assertThat(facts.place().office().name()).isEqualTo(Map.of("uk", "Центр"));
            assertThat(facts.drafts()).extracting(Draft::stream).containsOnly("case-town.7~2FA");
            assertThat(facts.drafts()).extracting(Draft::actor).containsOnly("c-1");
            assertThat(facts.drafts())
                    .extracting(Draft::at)
                    .containsExactly(
                            Instant.parse("2024-05-01T06:00:00Z"),
                            Instant.parse("2024-05-02T07:00:00Z"),
                            Instant.parse("2024-05-03T08:00:00Z"));
            CaseOpened opened = (CaseOpened) facts.drafts().getFirst().fact();
            assertThat(opened.channel()).isEqualTo("PHONE");
            assertThat(opened.service().value()).isEqualTo("Lost-items");
            assertThat(opened.dueAt()).isEqualTo(Instant.parse("2024-05-31T06:00:00Z"));
            assertThat(((CaseClosed) facts.drafts().getLast().fact()).outcome()).isEqualTo("found");
        }

        @Test
        void givesTheSameIdsEachTime() {
            String row = "1,Police,A,R,Topic,T,,2024-05-01 09:00,,,2024-05-03 11:00,\n";
            assertThat(read(row).drafts())
                    .extracting(Draft::id)
                    .isEqualTo(read("2,Police,A,R,Topic,T,,2024-05-01 09:00,,,,\n" + row).drafts().stream()
                            .skip(1)
                            .map(Draft::id)
                            .toList())
                    .containsExactly("ddfce1ca-d721-594e-a28c-7bb9804f9231", "6bc9b3aa-a412-51f0-8c6e-519b1c0db8a3");
        }

        @Test
        void rejectsWhatItCannotUseAndSaysWhy() {
            FileReading reading = read("""
                    ,Police,A,R,Topic,T,,2024-05-01 09:00,,,,
                    1,,A,R,Topic,T,,2024-05-01 09:00,,,,
                    2,Police,A,R,,T,,2024-05-01 09:00,,,,
                    3,Police,A,R,Topic,X,,2024-05-01 09:00,,,,
                    4,Police,A,R,Topic,T,,,,,,
                    5,Police,A,R,Topic,T,,yesterday,,,,
                    6,Police,A,R,Topic,T,,2024-05-01 09:00,,,,
                    """);
            assertThat(reading.rejected())
                    .containsExactly(
                            "2: no case id",
                            "3: no office",
                            "4: no service",
                            "5: the mapping lists no value 'X' for Way",
                            "6: no opening time",
                            "7: 'yesterday' in Opened is no time of the form iso");
            assertThat(reading.drafts()).hasSize(1);
        }

        @Test
        void skipsByRuleAndWarnsByRule() {
            FileReading reading = read("""
                    1,Police,A,R,TEST 1,T,,2024-05-01 09:00,,,,
                    2,Police,A,R,Topic,T,,2024-05-01 09:00,,,,gone
                    """);
            assertThat(reading.outcomes().getFirst()).isEqualTo(new Outcome.Skipped(2, "a test record (TEST 1)"));
            assertThat(reading.warnings()).containsExactly(Map.entry("a result, but no closing", 1L));
        }

        @Test
        void keepsWhatIsOddWithAWarning() {
            FileReading reading = read("1,Police,A,R,Topic,T,,2024-05-03 09:00,2024-05-01 09:00,,2024-05-02 09:00,\n");
            assertThat(reading.drafts()).hasSize(2);
            assertThat(reading.warnings().keySet())
                    .containsExactlyInAnyOrder(
                            "the case was closed before it was opened", "the case was due before it was opened");
        }

        @Test
        void callsATimeThatHappenedTwiceAnEstimate() {
            FileReading reading = read("1,Police,A,R,Topic,T,,2024-10-27 03:30,,,2024-10-28 09:00,\n");
            assertThat(reading.drafts())
                    .extracting(Draft::quality)
                    .containsExactly(TimeQuality.ESTIMATED, TimeQuality.EXACT);
            assertThat(reading.warnings()).hasSize(1);
        }

        @Test
        void neverMeltsTwoOfficesIntoOne() {
            FileReading reading = read("""
                    1,Police,A/B,R,Topic,T,,2024-05-01 09:00,,,,
                    2,Police,A-B,R,Topic,T,,2024-05-01 09:00,,,,
                    """);
            assertThat(reading.rejected())
                    .singleElement()
                    .asString()
                    .contains("would share the id")
                    .contains("A/B")
                    .contains("A-B");
        }

        @Test
        void saysWhenAnOfficeMovesToAnotherRegion() {
            FileReading reading = read("""
                    1,Police,A,West,Topic,T,,2024-05-01 09:00,,,,
                    2,Police,A,East,Topic,T,,2024-05-01 09:00,,,,
                    """);
            assertThat(reading.warnings())
                    .containsExactly(Map.entry("office Police.A stays in region West, though rows name East", 1L));
        }
    }

    @Nested
    class OneRowPerStep {

        private static final String YAML = HEAD + """
                format: csv
                rows: step
                office: {id: Unit, organisation: {id: {constant: o}}, region: {id: {constant: r}}}
                service: {id: {constant: permit}}
                case: {id: Case, due: Due, closed: Closed, respondedByStep: [Answer]}
                step: {activity: Activity, at: At, resource: Who, group: Team}
                """;

        private FileReading read(String rows) {
            return FileReading.of("Case,Unit,Activity,At,Who,Team,Due,Closed\n" + rows, YAML);
        }

        @Test
        void opensTheCaseWithItsFirstStep() {
            FileReading reading = read("""
                    1,U,Receive,2024-05-01 09:00,w1,,,
                    2,U,Receive,2024-05-01 09:30,w2,T2,,
                    1,U,Answer,2024-05-01 10:00,w1,,,
                    1,U,Answer,2024-05-01 11:00,w1,,,2024-05-02 09:00
                    """);
            assertThat(reading.rejected()).isEmpty();
            assertThat(reading.drafts(CaseStepRecorded.class))
                    .hasSize(4)
                    .extracting(Draft::told)
                    .containsOnly(Told.ONCE);
            assertThat(reading.drafts(CaseOpened.class)).extracting(Draft::told).containsOnly(Told.FIRST);
            assertThat(reading.drafts(CaseOpened.class).stream().map(Draft::id).distinct())
                    .hasSize(2);
            assertThat(reading.drafts(CaseResponded.class)).hasSize(2);
            assertThat(reading.drafts(CaseResponded.class).stream()
                            .map(Draft::id)
                            .distinct())
                    .hasSize(1);
            assertThat(reading.drafts(CaseStepRecorded.class))
                    .extracting(Draft::actor)
                    .containsExactly("w1", "w2", "w1", "w1");
        }
    }

    @Nested
    class OneTracePerCase {

        private static final String YAML = HEAD + """
                format: xes
                office: {id: "case:unit", organisation: {id: {constant: o}}, region: {id: {constant: r}}}
                service: {id: {constant: permit}}
                case: {id: "case:concept:name", opened: "case:start", closed: "case:end", respondedByStep: Answer}
                step: {id: "concept:instance", activity: "concept:name", at: "time:timestamp"}
                skip:
                  - when: {column: "concept:name", is: Noise}
                    reason: noise
                """;

        private static String event(String instance, String activity, String at) {
            return "<event><string key=\"concept:instance\" value=\"%s\"/><string key=\"concept:name\" value=\"%s\"/><date key=\"time:timestamp\" value=\"%s\"/></event>\n"
                    .formatted(instance, activity, at);
        }

        private FileReading read(String trace, String... events) {
            return FileReading.of(
                    "<log>\n<trace>" + trace + "\n" + String.join("", events) + "</trace>\n</log>\n", YAML);
        }

        private static final String TRACE = """
                <string key="concept:name" value="c1"/><string key="unit" value="U"/><date key="start" value="2024-05-01T09:00:00+03:00"/><date key="end" value="2024-05-02T09:00:00+03:00"/>""";

        @Test
        void tellsTheTraceWithItsFirstEvent() {
            FileReading reading = read(
                    TRACE,
                    event("1", "Receive", "2024-05-01T10:00:00+03:00"),
                    event("2", "Answer", "2024-05-01T12:00:00+03:00"),
                    event("3", "Answer", "2024-05-01T11:00:00+03:00"));
            assertThat(reading.outcomes()).hasSize(3);
            Outcome.Facts first = (Outcome.Facts) reading.outcomes().getFirst();
            assertThat(first.drafts())
                    .extracting(draft -> draft.fact().getClass().getSimpleName())
                    .containsExactly("CaseOpened", "CaseResponded", "CaseClosed", "CaseStepRecorded");
            assertThat(first.drafts().get(1).at()).isEqualTo(Instant.parse("2024-05-01T08:00:00Z"));
            assertThat(reading.drafts()).hasSize(6);
        }

        @Test
        void keepsStepsOutsideOfTheCaseWithOneWarningEach() {
            FileReading reading = read(
                    TRACE,
                    event("1", "Early", "2024-04-30T10:00:00+03:00"),
                    event("2", "Late", "2024-05-03T10:00:00+03:00"),
                    event("3", "Later", "2024-05-04T10:00:00+03:00"));
            assertThat(reading.drafts(CaseStepRecorded.class)).hasSize(3);
            assertThat(reading.warnings())
                    .containsOnly(
                            Map.entry("a step lies before the opening of its case", 1L),
                            Map.entry("a step lies after the closing of its case", 1L));
        }

        @Test
        void rejectsOnlyTheEventThatIsWrong() {
            FileReading reading = read(
                    TRACE,
                    event("1", "Receive", ""),
                    event("2", "Noise", "2024-05-01T10:00:00+03:00"),
                    event("3", "Check", "2024-05-01T10:00:00+03:00"),
                    event("3", "Check", "2024-05-01T10:00:00+03:00"));
            assertThat(reading.rejected())
                    .containsExactlyInAnyOrder("3: no time of the step", "6: the step 3 stands twice in its trace");
            assertThat(reading.drafts(CaseOpened.class)).hasSize(1);
            assertThat(reading.drafts(CaseStepRecorded.class)).hasSize(1);
            assertThat(reading.outcomes()).contains(new Outcome.Skipped(4, "noise"));
        }

        @Test
        void rejectsEveryEventOfATraceThatCannotBeUsed() {
            FileReading reading = read(
                    TRACE.replace("\"start\"", "\"begin\""),
                    event("1", "Receive", "2024-05-01T10:00:00+03:00"),
                    event("2", "Check", "2024-05-01T11:00:00+03:00"));
            assertThat(reading.rejected())
                    .hasSize(2)
                    .allMatch(each -> each.contains("line 2") && each.contains("no opening time"));
            assertThat(reading.drafts()).isEmpty();
        }

        @Test
        void countsATraceWithoutEventsAsOneRecord() {
            FileReading reading = read(TRACE);
            assertThat(reading.outcomes()).hasSize(1);
            assertThat(reading.drafts())
                    .extracting(draft -> draft.fact().getClass().getSimpleName())
                    .containsExactly("CaseOpened", "CaseClosed");
        }
    }
}
