package io.dovira.events.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import io.dovira.events.Fact;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.json.JsonMapper;

/**
 * The schemas and {@code docs/events.md} say what the records say. After a change of the facts bring the files up to date with
 * {@code -Ddovira.regenerate=true}; the schema of a revision that was ever written stays for good.
 */
class CatalogueFilesTest {
    private static final Path SCHEMAS = Path.of("src/main/resources/schemas");
    private static final Path PAGE = Path.of("../docs/events.md");
    private static final ObjectWriter JSON = JsonMapper.shared()
            .writer()
            .with(new DefaultPrettyPrinter()
                    .withObjectIndenter(new DefaultIndenter("  ", "\n"))
                    .withArrayIndenter(new DefaultIndenter("  ", "\n")));

    private final Meanings meanings = new Meanings();

    @Test
    void hasOneExampleOfEachFactInTheOrderOfTheCatalogue() {
        assertThat(FactExamples.ALL.stream().<Class<?>>map(Fact::getClass).toList())
                .isEqualTo(List.copyOf(Facts.all()));
    }

    @Test
    void examplesShowEveryField() {
        for (Fact example : FactExamples.ALL) {
            assertThat(Plain.of(example)).hasSize(example.getClass().getRecordComponents().length);
        }
    }

    @Test
    void hasNoWordsLeftOver() {
        for (Fact example : FactExamples.ALL) {
            FactSchema.of(example, meanings);
        }
        CataloguePage.of(FactExamples.ALL, meanings);

        assertThat(meanings.unused()).isEmpty();
    }

    @Test
    void keepsTheSchemaOfEveryFactUpToDate() throws IOException {
        for (Fact example : FactExamples.ALL) {
            Class<? extends Fact> type = example.getClass();
            Path file = SCHEMAS.resolve(Path.of(Schemas.path(Facts.nameOf(type), Facts.revisionOf(type)))
                    .getFileName());
            assertUpToDate(file, JSON.writeValueAsString(FactSchema.of(example, meanings)) + "\n");
        }
    }

    @Test
    void findsTheSchemaOfEveryFileAndOfNothingElse() throws IOException {
        Set<String> files;
        try (Stream<Path> listed = Files.list(SCHEMAS)) {
            files = listed.map(file -> "schemas/" + file.getFileName()).collect(Collectors.toCollection(TreeSet::new));
        }
        for (Class<? extends Fact> type : Facts.all()) {
            for (int revision = 1; revision <= Facts.revisionOf(type); revision++) {
                assertThat(Schemas.find(Facts.nameOf(type), revision)).isPresent();
                files.remove(Schemas.path(Facts.nameOf(type), revision));
            }
        }
        assertThat(files).isEmpty();
        assertThat(Schemas.find("visit.visitor-vanished", 1)).isEmpty();
        assertThat(Schemas.find("visit.visitor-called", 0)).isEmpty();
        assertThat(Schemas.find("../schemas/visit.visitor-called", 1)).isEmpty();
    }

    @Test
    void keepsTheEventCatalogueUpToDate() throws IOException {
        assertUpToDate(PAGE, CataloguePage.of(FactExamples.ALL, meanings));
    }

    private static void assertUpToDate(Path file, String wanted) throws IOException {
        if (Boolean.getBoolean("dovira.regenerate")) {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.writeString(file, wanted);
        }
        assertThat(file).as("run this test with -Ddovira.regenerate=true").exists();
        assertThat(Files.readString(file))
                .as("%s is out of date: run this test with -Ddovira.regenerate=true", file)
                .isEqualTo(wanted);
    }
}
