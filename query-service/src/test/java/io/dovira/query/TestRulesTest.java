package io.dovira.query;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import io.dovira.query.platform.Fold;

/** What the tests themselves may not do. */
@AnalyzeClasses(packages = "io.dovira.query", importOptions = ImportOption.OnlyIncludeTests.class)
class TestRulesTest {

    @ArchTest
    static final ArchRule NOBODY_SLEEPS = noClasses()
            .should()
            .callMethod(Thread.class, "sleep", long.class)
            .orShould()
            .callMethod(Thread.class, "sleep", java.time.Duration.class)
            .orShould()
            .callMethod(java.util.concurrent.TimeUnit.class, "sleep", long.class)
            .because("Awaitility waits for what is expected, and says what did not come");

    @ArchTest
    static final ArchRule NOTHING_IS_MOCKED =
            noClasses().should().dependOnClassesThat().resideInAPackage("org.mockito..");

    @ArchTest
    static final ArchRule FOLDS_FOR_TESTS_ARE_PURE_TOO = noClasses()
            .that()
            .areAssignableTo(Fold.class)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.springframework..", "com.mongodb..");
}
