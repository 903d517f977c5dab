package io.dovira.eventstore;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Who may know whom: the adapter knows Axon, the log and the codec do not, and nobody here knows an event. */
@AnalyzeClasses(packages = "io.dovira.eventstore", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule THE_LOG_KNOWS_NO_FRAMEWORK = noClasses()
            .that()
            .resideInAPackage("io.dovira.eventstore.log..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.axonframework..", "org.springframework..", "io.dovira.eventstore.axon..");

    @ArchTest
    static final ArchRule THE_LOG_DOES_NOT_KNOW_HOW_RECORDS_ARE_STORED = noClasses()
            .that()
            .resideInAPackage("io.dovira.eventstore.log..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("io.dovira.eventstore.codec..");

    @ArchTest
    static final ArchRule THE_CODEC_KNOWS_BSON_ONLY = noClasses()
            .that()
            .resideInAPackage("io.dovira.eventstore.codec..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.axonframework..", "com.mongodb..", "io.dovira.eventstore.log..");

    @ArchTest
    static final ArchRule THE_TREE_IS_PURE = noClasses()
            .that()
            .resideInAPackage("io.dovira.eventstore.tlog..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.axonframework..", "com.mongodb..", "org.bson..", "org.springframework..")
            .because("outsiders check with it, over nothing but bytes");

    @ArchTest
    static final ArchRule NOBODY_KNOWS_AN_EVENT =
            noClasses().should().dependOnClassesThat().resideInAnyPackage("io.dovira.events..", "io.dovira.embedded..");

    @ArchTest
    static final ArchRule PACKAGES_FORM_NO_CIRCLES =
            slices().matching("io.dovira.eventstore.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule NO_MONITOR_IS_HELD_WHERE_VIRTUAL_THREADS_WAIT =
            methods().should().notHaveModifier(com.tngtech.archunit.core.domain.JavaModifier.SYNCHRONIZED);
}
