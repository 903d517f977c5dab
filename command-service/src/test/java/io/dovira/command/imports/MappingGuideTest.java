package io.dovira.command.imports;

import static org.assertj.core.api.Assertions.assertThat;

import io.dovira.command.imports.mapping.Mapping;
import io.dovira.command.imports.mapping.MappingRefused;
import io.dovira.command.imports.mapping.Subject;
import io.dovira.command.imports.source.FileRefused;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** {@code docs/mapping.md} says what is so: its examples are mappings, and its lists are whole. */
class MappingGuideTest {

    private static final Pattern YAML = Pattern.compile("```yaml\n(.*?)```", Pattern.DOTALL);
    private static final YAMLMapper MAPPER = new YAMLMapper();

    private String guide = "";
    private final List<String> examples = new ArrayList<>();

    @BeforeEach
    void read() throws IOException {
        guide = Files.readString(Path.of("../docs/mapping.md"));
        Matcher blocks = YAML.matcher(guide);
        while (blocks.find()) {
            examples.add(blocks.group(1));
        }
    }

    /** The first example with the sections of another in place of its own. */
    private Mapping with(int example, List<String> without) throws MappingRefused {
        ObjectNode all = (ObjectNode) MAPPER.readTree(examples.getFirst());
        all.remove(without);
        all.setAll((ObjectNode) MAPPER.readTree(examples.get(example)));
        return FileReading.MAPPINGS.read(MAPPER.writeValueAsString(all));
    }

    @Test
    void showsMappingsThatCanBeUsed() throws Exception {
        assertThat(examples).hasSize(3);
        assertThat(FileReading.MAPPINGS.read(examples.getFirst()).subject()).isInstanceOf(Subject.Cases.class);
        assertThat(with(1, List.of()).rowPerStep()).isTrue();
        assertThat(with(2, List.of("case", "service", "channel", "skip", "warn"))
                        .subject())
                .isInstanceOf(Subject.Queues.class);
    }

    @ParameterizedTest
    @EnumSource
    void namesEveryReasonToRefuseAFile(FileRefused.Code code) {
        assertThat(guide)
                .contains("`file-" + code.name().toLowerCase(Locale.ROOT).replace('_', '-') + "`");
    }

    @ParameterizedTest
    @EnumSource
    void namesEveryState(ImportState state) {
        assertThat(guide).contains("| `" + state + "` |");
    }

    @Test
    void showsEveryPartOfTheStatus() {
        for (RecordComponent component : ImportStatus.class.getRecordComponents()) {
            assertThat(guide).contains("\"" + component.getName() + "\":");
        }
    }

    @Test
    void namesEveryMappingThatComesWithIt() {
        FileReading.BUILT_IN.all().forEach(each -> assertThat(guide).contains("| `" + each.name() + "`"));
    }
}
