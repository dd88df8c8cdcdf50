package dev.gatescope.console;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.Arrays;

/** Who may know whom in the console. */
class ConsoleLayeringTest {
    private static final String ROOT = "dev.gatescope.console";
    private static final String[] FEATURES = {
        "overview",
        "connections",
        "timeline",
        "sequence",
        "events",
        "compare",
        "faults",
        "leaks",
        "why"
    };

    private static final JavaClasses CONSOLE =
            new ClassFileImporter()
                    .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                    .importPackages(ROOT);

    @Test
    void modelsNeedNoWindow() {
        classes()
                .that()
                .haveSimpleNameEndingWith("Model")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "java..",
                        "javafx.beans..",
                        "javafx.collections..",
                        "javafx.util..", // what subscribe returns
                        "org.jspecify..",
                        "dev.gatescope.shared..",
                        ROOT + "..")
                .check(CONSOLE);
        noClasses()
                .that()
                .haveSimpleNameEndingWith("Model")
                .should()
                .dependOnClassesThat()
                .haveSimpleNameEndingWith("View")
                .check(CONSOLE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "overview",
                "connections",
                "timeline",
                "sequence",
                "events",
                "compare",
                "faults",
                "leaks",
                "why"
            })
    void featuresDoNotKnowEachOther(String feature) {
        String[] others =
                Arrays.stream(FEATURES)
                        .filter(other -> !other.equals(feature))
                        .map(other -> ROOT + "." + other + "..")
                        .toArray(String[]::new);
        noClasses()
                .that()
                .resideInAPackage(ROOT + "." + feature + "..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(others)
                .check(CONSOLE);
    }

    @Test
    void onlyTheAppKnowsThatAGatewayCanBeEmbedded() {
        noClasses()
                .that()
                .resideInAnyPackage(ROOT + ".*..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("dev.gatescope.gateway..")
                .check(CONSOLE);
    }
}
