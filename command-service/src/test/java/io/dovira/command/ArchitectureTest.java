package io.dovira.command;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleNameEndingWith;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

/** The arrows of the house, in this service. A rule that matches nothing fails. */
@AnalyzeClasses(packages = "io.dovira", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    private static final String[] FEATURES = {
        "io.dovira.command.offices",
        "io.dovira.command.visits",
        "io.dovira.command.custody",
        "io.dovira.command.feedback",
        "io.dovira.command.policies",
        "io.dovira.command.footage",
        "io.dovira.command.appeals"
    };
    private static final String CORRECTIONS = "io.dovira.command.corrections";

    /** Where decisions are made: deciders, what they rest on, commands, and what they answer. */
    private static final DescribedPredicate<JavaClass> PURE_CORE = resideInAnyPackage(FEATURES)
            .and(simpleNameEndingWith("Decider")
                    .or(simpleNameEndingWith("Premises"))
                    .or(simpleNameEndingWith("Reason"))
                    .or(simpleNameEndingWith("Command"))
                    .or(describe(
                            "commands",
                            type -> type.getAllRawInterfaces().stream()
                                    .anyMatch(api -> api.getSimpleName().endsWith("Command")))))
            .or(resideInAnyPackage(CORRECTIONS))
            .or(describe(
                    "the words of decisions",
                    type -> type.getPackageName().equals("io.dovira.command.platform")
                            && Set.of("Decision", "Refusal", "Reason", "PlatformReason", "Moment", "Seen", "Subject")
                                    .contains(type.getSimpleName())));

    @Test
    void featuresAreClosedAndFormNoCircle() {
        ApplicationModules.of(CommandServiceApplication.class).verify();
    }

    @ArchTest
    static final ArchRule WHO_MAY_ASK_IS_ANSWERED_BY_ONE_MODULE = noClasses()
            .that()
            .resideInAPackage("io.dovira.command..")
            .should()
            .haveNameMatching(
                    ".*\\.(Caller|OfficeScope|Roles|Feature|Claims|Authorities|Refusals|AccessTokens|SecurityHeaders)")
            .because("the services would come to disagree; io.dovira.access has them");

    @ArchTest
    static final ArchRule PAGES_ARE_WRAPPED_BY_ONE_MODULE = noClasses()
            .that()
            .resideInAPackage("io.dovira.command..")
            .should()
            .haveNameMatching(
                    ".*\\.(PageShell|Language|Theme|SecurityPolicy|ImportMap|Modules|Section|Site|FrontDoor|OwnClient|SignedIn|Browsers)")
            .because("a person goes from one service to the other without noticing; io.dovira.pages has them");

    @ArchTest
    static final ArchRule coreIsPure = classes()
            .that(PURE_CORE)
            .should()
            .onlyDependOnClassesThat(resideInAnyPackage("java..", "org.jspecify..", "io.dovira.events..")
                    .or(PURE_CORE)
                    .or(describe("their own parts and arrays of them", type -> PURE_CORE.test(outermost(type)))));

    @ArchTest
    static final ArchRule coreAsksNoClock = noClasses()
            .that(PURE_CORE)
            .should()
            .dependOnClassesThat()
            .areAssignableTo(Clock.class)
            .orShould()
            .callMethod(Instant.class, "now");

    @ArchTest
    static final ArchRule theServicesNeverImportEachOther = noClasses()
            .that()
            .resideInAPackage("io.dovira.command..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("io.dovira.query..");

    @ArchTest
    static final ArchRule theEmbeddedServerIsForTests = noClasses()
            .that()
            .resideInAPackage("io.dovira.command..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("io.dovira.embedded..");

    @ArchTest
    static final ArchRule onlyThePlatformAndImportsKnowTheDriver = noClasses()
            .that()
            .resideInAnyPackage(
                    "io.dovira.command.offices..",
                    "io.dovira.command.visits..",
                    "io.dovira.command.appeals..",
                    "io.dovira.command.custody..",
                    "io.dovira.command.feedback..",
                    "io.dovira.command.policies..",
                    "io.dovira.command.footage..",
                    "io.dovira.command.community..",
                    CORRECTIONS,
                    "io.dovira.command.identity..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("com.mongodb..", "org.bson..");

    @ArchTest
    static final ArchRule platformKnowsNoFeature = noClasses()
            .that()
            .resideInAPackage("io.dovira.command.platform..")
            .should()
            .dependOnClassesThat(resideInAnyPackage("io.dovira.command..")
                    .and(DescribedPredicate.not(resideInAnyPackage("io.dovira.command.platform.."))));

    @ArchTest
    static final ArchRule controllersAreClosed =
            classes().that().haveSimpleNameEndingWith("Controller").should().notBePublic();

    private static JavaClass outermost(JavaClass type) {
        JavaClass at = type.getBaseComponentType();
        while (at.getEnclosingClass().isPresent()) {
            at = at.getEnclosingClass().get();
        }
        return at;
    }
}
