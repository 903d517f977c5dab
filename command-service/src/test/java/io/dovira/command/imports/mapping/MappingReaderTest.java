package io.dovira.command.imports.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.dovira.command.imports.mapping.MappingRefused.Fault;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MappingReaderTest {

    private static final MappingReader READER = new MappingReader();
    private static final BuiltInMappings BUILT_IN = new BuiltInMappings(READER);

    private static final String CASES = """
            mapping: 1
            source: town
            kind: case
            format: csv
            zone: Europe/Kyiv
            office: {id: Office, organisation: {id: {constant: town}}, region: {id: {constant: west}}}
            service: {id: Topic}
            case: {id: Number, opened: Opened}
            """;

    private static List<Fault> faults(String yaml) {
        return catchThrowableOfType(MappingRefused.class, () -> READER.read(yaml))
                .faults();
    }

    @Test
    void readsAMapping() throws MappingRefused {
        Mapping mapping = READER.read(CASES);
        assertThat(mapping.source()).isEqualTo("town");
        assertThat(mapping.zone()).isEqualTo(ZoneId.of("Europe/Kyiv"));
        assertThat(mapping.required()).containsExactly("Number", "Office", "Opened", "Topic");
        assertThat(mapping.subject()).isInstanceOf(Subject.Cases.class);
        assertThat(mapping.clock().check()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "nyc311, nyc311", "nyc311_20181021, nyc311", "NYC311_20181021.csv.gz, nyc311",
        "receipt-phase, receipt-phase", "receipt_phase, receipt-phase", "receipt_phase.xes.gz, receipt-phase",
        "warsaw-queues, warsaw-queues", "warsaw_queues_A, warsaw-queues", "visits, visits"
    })
    void findsBuiltInMappingsByEveryName(String name, String source) {
        assertThat(BUILT_IN.find(name)).map(BuiltInMappings.BuiltIn::name).contains(source);
    }

    @Test
    void hasNoMappingForSurveyScores() {
        // Averages without the number of people asked are no facts of ours.
        assertThat(BUILT_IN.find("chicago-sentiment")).isEmpty();
    }

    @Test
    void documentsTheSchemaItUses() throws Exception {
        assertThat(Files.readString(Path.of("../docs/mapping.schema.json"))).isEqualTo(MappingReader.schemaText());
    }

    @ParameterizedTest
    @ValueSource(strings = {"mapping: 1", "source: town", "kind: case", "format: csv", "zone: Europe/Kyiv"})
    void namesAMissingKey(String line) {
        assertThat(faults(CASES.replace(line + "\n", "")))
                .anySatisfy(fault -> assertThat(fault.expected()).contains(line.substring(0, line.indexOf(':'))));
    }

    @Test
    void namesThePathOfWhatDoesNotBelong() {
        assertThat(faults(CASES + "colour: red\n"))
                .anySatisfy(fault -> assertThat(fault.toString()).contains("colour"));
        assertThat(faults(CASES.replace("opened: Opened", "opened: {colum: Opened}")))
                .anySatisfy(fault -> assertThat(fault.path()).isEqualTo("case.opened"));
        assertThat(faults(CASES.replace("id: Number", "id: 7")))
                .anySatisfy(fault -> assertThat(fault.path()).isEqualTo("case.id"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "zone: Europe/Kyiv | zone: Europe/Atlantis | zone | Atlantis",
                "kind: case | kind: visit | visit | required for kind visit",
                "kind: case | kind: gauge | case | the kind is gauge",
                "opened: Opened | due: Due | case.opened | when the case was opened",
                "format: csv | format: xes | step | required",
                "service: {id: Topic} | channel: Way | service | required",
                "opened: Opened | opened: {columns: [A], column: B} | case.opened | either column or columns",
                "opened: Opened | opened: {column: A, patterns: [YYYY-MM-dd]} | case.opened.patterns.0 | year of the week",
                "opened: Opened | opened: {column: A, patterns: [pp-QQQQQQQ]} | case.opened.patterns.0 | pattern",
                "opened: Opened | opened: Opened, respondedByStep: Answer | case.respondedByStep | no steps",
                "id: Topic | id: {column: Topic, constant: x} | service.id | either column or constant",
                "id: Topic | id: {column: Topic, otherwise: reject} | service.id.otherwise | values",
            })
    void saysWhatIsExpectedWhere(String was, String is, String path, String expected) {
        assertThat(faults(CASES.replace(was, is))).anySatisfy(fault -> {
            assertThat(fault.path()).isEqualTo(path);
            assertThat(fault.expected()).containsIgnoringCase(expected);
        });
    }

    @Test
    void tellsEveryFaultAtOnce() {
        String twoFaults = CASES.replace("Europe/Kyiv", "Nowhere").replace("opened: Opened", "due: Due");
        assertThat(faults(twoFaults)).extracting(Fault::path).contains("zone", "case.opened");
    }

    @Test
    void refusesAConditionThatAsksNothing() {
        String rule = "skip: [{when: {column: Status}, reason: x}]\n";
        assertThat(faults(CASES + rule)).extracting(Fault::path).containsExactly("skip.0.when");
        String pattern = "warn: [{when: {any: [{column: Status, matches: '('}]}, reason: x}]\n";
        assertThat(faults(CASES + pattern)).extracting(Fault::path).containsExactly("warn.0.when.any.0.matches");
    }

    @Test
    void repairsAnOffsetOnlyForANamedOfficeByAStatedNumberOfDays() {
        String clock = """
                clock:
                  repairs:
                    - {fault: offset, reason: slow}
                """;
        assertThat(faults(CASES + clock)).extracting(Fault::path).containsExactly("clock.repairs.0");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "- a\n- b", "just text", "a: [b", "mapping: 1\nmapping: 1\n", "a: &a [*a, *a]"})
    void refusesWhatIsNoMapping(String yaml) {
        assertThat(faults(yaml)).isNotEmpty();
    }

    @Test
    void refusesAMappingOfUnreasonableLength() {
        assertThat(faults("# " + "x".repeat(MappingReader.LONGEST))).hasSize(1);
    }
}
