package dev.gatescope.gateway;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;

import org.junit.jupiter.api.Test;

/** Who may know whom in the gateway, and that the shared words depend on nothing. */
class LayeringTest {
    private static final String ROOT = "dev.gatescope.gateway";
    private static final String[] PARTS = {
        ROOT + ".flow..",
        ROOT + ".auth..",
        ROOT + ".routing..",
        ROOT + ".sessions..",
        ROOT + ".startup..",
        ROOT + ".agent..",
        ROOT + ".lifecycle.."
    };

    private static final JavaClasses GATEWAY =
            new ClassFileImporter()
                    .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                    .importPackages(ROOT);
    private static final JavaClasses SHARED =
            new ClassFileImporter().importPackages("dev.gatescope.shared");

    @Test
    void sharedKnowsOnlyJavaJacksonAndItself() {
        classes()
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "java..",
                        "tools.jackson..",
                        "com.fasterxml.jackson.annotation..",
                        "org.jspecify..",
                        "dev.gatescope.shared..")
                .check(SHARED);
    }

    @Test
    void thePartsOfAFlowKnowNeitherJettyNorMeters() {
        noClasses()
                .that()
                .resideInAnyPackage(PARTS)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.eclipse.jetty..",
                        "jakarta..",
                        "io.micrometer..",
                        ROOT + ".server..",
                        ROOT + ".metrics..",
                        ROOT + ".admin..",
                        ROOT + ".journal..",
                        ROOT + ".traffic..",
                        ROOT + ".faults..")
                .check(GATEWAY);
    }

    @Test
    void theFaultsKnowOnlyThePartsThatTheyStandAround() {
        noClasses()
                .that()
                .resideInAPackage(ROOT + ".faults..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        ROOT + ".server..",
                        ROOT + ".metrics..",
                        ROOT + ".admin..",
                        ROOT + ".journal..",
                        ROOT + ".traffic..")
                .check(GATEWAY);
    }

    @Test
    void onlyTheServerKnowsJetty() {
        noClasses()
                .that()
                .resideOutsideOfPackage(ROOT + ".server..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.eclipse.jetty..", "jakarta..")
                .check(GATEWAY);
    }

    @Test
    void onlyTheMetricsAndTheWiringKnowMeters() {
        noClasses()
                .that()
                .resideOutsideOfPackage(ROOT + ".metrics..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("io.micrometer..")
                .check(GATEWAY);
    }

    @Test
    void nothingButTheProgramsKnowsTheWiring() {
        noClasses()
                .that()
                .resideOutsideOfPackages(ROOT, ROOT + ".experiment")
                .should()
                .dependOnClassesThat()
                .resideInAPackage(ROOT)
                .check(GATEWAY);
    }

    @Test
    void theConsoleIsUnknownHere() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("javafx..", "dev.gatescope.console..")
                .check(GATEWAY);
    }
}
