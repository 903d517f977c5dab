package io.dovira.events.catalogue;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.dovira.events.Fact;
import io.dovira.events.StoredAs;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class FactsTest {

    /**
     * The stored shape of every fact is a promise to the log. If this test fails, history has been renamed: give the fact
     * a new revision and an upcaster, then bring the list up to date.
     */
    @Test
    void pinsNameRevisionAndShapeOfEveryFact() throws IOException {
        String actual = Facts.all().stream().map(FactsTest::shape).sorted().collect(joining("\n"));

        assertThat(actual).isEqualTo(pinned());
    }

    @Test
    void listsEveryRecordThatIsAFact() {
        Set<String> written = new ClassFileImporter()
                        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                        .importPackages("io.dovira.events")
                        .stream()
                        .filter(type -> type.isAssignableTo(Fact.class) && type.isRecord())
                        .map(JavaClass::getName)
                        .collect(Collectors.toSet());

        assertThat(Facts.all().stream().map(Class::getName)).isNotEmpty().containsExactlyInAnyOrderElementsOf(written);
    }

    @Test
    void findsTheClassOfAStoredName() {
        for (Class<? extends Fact> type : Facts.all()) {
            assertThat(Facts.typeOf(Facts.nameOf(type))).isEqualTo(type);
        }
    }

    @Test
    void refusesANameThatNobodyStores() {
        assertThatThrownBy(() -> Facts.typeOf("visit.visitor-vanished"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("visit.visitor-vanished");
    }

    private static String shape(Class<? extends Fact> type) {
        StoredAs storedAs = Objects.requireNonNull(type.getAnnotation(StoredAs.class));
        return storedAs.value() + " " + storedAs.revision() + " "
                + Arrays.stream(type.getRecordComponents())
                        .map(FactsTest::component)
                        .collect(joining(", ", "(", ")"));
    }

    private static String component(RecordComponent component) {
        String type = component.getGenericType().getTypeName().replaceAll("[a-z]+\\.", "");
        boolean optional = Arrays.stream(component.getAnnotatedType().getAnnotations())
                .anyMatch(annotation ->
                        annotation.annotationType().getSimpleName().equals("Nullable"));
        return component.getName() + ": " + type + (optional ? "?" : "");
    }

    private static String pinned() throws IOException {
        try (InputStream in = Objects.requireNonNull(FactsTest.class.getResourceAsStream("/stored-facts.txt"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).strip();
        }
    }
}
