package io.dovira.pages;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** What the ground of all pages may know. A rule that matches nothing fails. */
@AnalyzeClasses(packages = "io.dovira.pages", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule PAGES_KNOW_NO_FACT_AND_NO_LOG = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "io.dovira.events..",
                    "io.dovira.eventstore..",
                    "io.dovira.command..",
                    "io.dovira.query..",
                    "org.axonframework..",
                    "com.mongodb..")
            .because("what a page shows comes from the interfaces of its service");

    @ArchTest
    static final ArchRule NO_MONITOR_IS_HELD_WHERE_VIRTUAL_THREADS_WAIT =
            methods().should().notHaveModifier(JavaModifier.SYNCHRONIZED);
}
