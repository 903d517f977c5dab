package io.dovira.query;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import io.dovira.query.platform.Fold;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.web.bind.annotation.RestController;

/** Who may know whom on the query side. A rule that matches nothing fails. */
@AnalyzeClasses(
        packages = {"io.dovira.query", "io.dovira.events"},
        importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    /** Features know each other by what they make public, never by an inner package, and never in a circle. */
    @Test
    void featuresAreClosed() {
        ApplicationModules modules = ApplicationModules.of(QueryServiceApplication.class);

        modules.verify();
        assertThat(modules.stream().map(module -> module.getIdentifier().toString()))
                .contains(
                        "footage",
                        "appeals",
                        "custody",
                        "community",
                        "compare",
                        "estimates",
                        "feedback",
                        "identity",
                        "integrity",
                        "interactions",
                        "live",
                        "metrics",
                        "obligations",
                        "pages",
                        "platform",
                        "streams");
    }

    /** The folds, and everything of ours that they reach: documents, states, definitions. */
    @ArchTest
    static void foldsArePure(JavaClasses ours) {
        Deque<JavaClass> open = new ArrayDeque<>(ours.stream()
                .filter(type -> type.isAssignableTo(Fold.class) && !type.isInterface())
                .toList());
        Set<JavaClass> reached = new LinkedHashSet<>();
        while (!open.isEmpty()) {
            JavaClass type = open.removeFirst();
            if (type.getPackageName().startsWith("io.dovira") && reached.add(type)) {
                type.getDirectDependenciesFromSelf().forEach(dependency -> open.add(dependency.getTargetClass()));
            }
        }

        assertThat(reached)
                .extracting(JavaClass::getSimpleName)
                .contains(
                        "CustodyFold",
                        "EstimatesFold",
                        "LiveFold",
                        "MetricsFold",
                        "InteractionsFold",
                        "FootageFold",
                        "AppealsFold",
                        "Appeal",
                        "Board",
                        "Cell",
                        "Interaction",
                        "Office",
                        "Visit");
        assertThat(reached.stream().flatMap(type -> type.getDirectDependenciesFromSelf().stream()))
                .filteredOn(dependency -> IMPURE.test(dependency.getTargetClass()))
                .extracting(Dependency::getDescription)
                .isEmpty();
    }

    @ArchTest
    static final ArchRule WHO_MAY_ASK_IS_ANSWERED_BY_ONE_MODULE = noClasses()
            .that()
            .resideInAPackage("io.dovira.query..")
            .should()
            .haveNameMatching(
                    ".*\\.(Caller|OfficeScope|Roles|Feature|Claims|Authorities|Refusals|AccessTokens|SecurityHeaders)")
            .because("the services would come to disagree; io.dovira.access has them");

    @ArchTest
    static final ArchRule PAGES_ARE_WRAPPED_BY_ONE_MODULE = noClasses()
            .that()
            .resideInAPackage("io.dovira.query..")
            .should()
            .haveNameMatching(
                    ".*\\.(PageShell|Language|Theme|SecurityPolicy|ImportMap|Modules|Section|Site|FrontDoor|OwnClient|SignedIn|Browsers)")
            .because("a person goes from one service to the other without noticing; io.dovira.pages has them");

    @ArchTest
    static final ArchRule TIME_COMES_FROM_A_CLOCK = noClasses()
            .that()
            .resideInAPackage("io.dovira.query..")
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(System.class, "currentTimeMillis")
            .orShould()
            .callMethod(java.time.LocalDate.class, "now")
            .orShould()
            .callMethod(java.time.LocalDateTime.class, "now")
            .orShould()
            .callMethod(java.time.ZonedDateTime.class, "now")
            .because("a test sets the clock, and no two parts of an answer disagree about the time");

    @ArchTest
    static final ArchRule THE_TWO_SERVICES_MEET_IN_THE_LOG_ONLY = noClasses()
            .that()
            .resideInAPackage("io.dovira.query..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.dovira.command..", "io.dovira.embedded..");

    @ArchTest
    static final ArchRule ONLY_THE_PROJECTOR_KNOWS_AXON = noClasses()
            .that()
            .resideOutsideOfPackage("io.dovira.query.platform.projector..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.axonframework..");

    @ArchTest
    static final ArchRule VIEWS_ARE_WRITTEN_BY_THE_PROJECTOR_ONLY = noClasses()
            .that()
            .resideOutsideOfPackage("io.dovira.query.platform..")
            .should()
            .dependOnClassesThat()
            .haveFullyQualifiedName("com.mongodb.client.MongoCollection");

    @ArchTest
    static final ArchRule CONTROLLERS_ARE_NOBODYS_BUSINESS =
            classes().that().areAnnotatedWith(RestController.class).should().notBePublic();

    @ArchTest
    static final ArchRule WHAT_IS_NEEDED_COMES_THROUGH_THE_CONSTRUCTOR =
            noFields().should().beAnnotatedWith(Autowired.class).orShould().beAnnotatedWith(Value.class);

    @ArchTest
    static final ArchRule NO_MONITOR_IS_HELD_WHERE_VIRTUAL_THREADS_WAIT =
            methods().should().notHaveModifier(JavaModifier.SYNCHRONIZED);

    @ArchTest
    static final ArchRule STATE_OF_A_CLASS_IS_CONSTANT = fields().that()
            .areStatic()
            .and()
            .doNotHaveModifier(JavaModifier.SYNTHETIC)
            .should()
            .beFinal();

    /** Frameworks, drivers, the network, clocks and chance. */
    private static final DescribedPredicate<JavaClass> IMPURE = JavaClass.Predicates.resideInAnyPackage(
                    "org.springframework..",
                    "com.mongodb..",
                    "org.axonframework..",
                    "io.micrometer..",
                    "java.io..",
                    "java.nio.file..",
                    "java.net.http..",
                    "java.sql..",
                    "java.util.concurrent..")
            .and(DescribedPredicate.not(JavaClass.Predicates.type(java.io.Serializable.class)))
            .or(JavaClass.Predicates.type(Clock.class))
            .or(JavaClass.Predicates.type(Random.class))
            .or(JavaClass.Predicates.type(UUID.class));
}
