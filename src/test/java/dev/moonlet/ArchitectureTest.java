package dev.moonlet;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_USE_FIELD_INJECTION;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_USE_JAVA_UTIL_LOGGING;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModule;
import org.springframework.modulith.core.ApplicationModules;

@AnalyzeClasses(packages = "dev.moonlet", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest static final ArchRule constructorsInject = NO_CLASSES_SHOULD_USE_FIELD_INJECTION;

    @ArchTest static final ArchRule slf4jLogs = NO_CLASSES_SHOULD_USE_JAVA_UTIL_LOGGING;

    @ArchTest static final ArchRule nothingPrints = NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;

    @ArchTest
    static final ArchRule onlyHttpKnowsTheWeb =
            noClasses()
                    .that()
                    .resideOutsideOfPackages("dev.moonlet.http..", "dev.moonlet.security..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("org.springframework.web..", "jakarta.servlet..")
                    .because("a request is translated once; security is the gate it passes");

    @ArchTest
    static final ArchRule luaIsPlainJava =
            classes()
                    .that()
                    .resideInAPackage("dev.moonlet.lua..")
                    .should()
                    .onlyDependOnClassesThat()
                    .resideInAnyPackage(
                            "dev.moonlet.lua..",
                            "com.sun.management..",
                            "java..",
                            "jdk.internal.vm..",
                            "org.jspecify..",
                            "org.luaj..",
                            "org.springframework.modulith")
                    .because("it could be a library of its own");

    @ArchTest
    static final ArchRule onlyLuaAndModulesSeeLuaValues =
            noClasses()
                    .that()
                    .resideOutsideOfPackages("dev.moonlet.lua..", "dev.moonlet.module..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage("org.luaj..")
                    .because("a Lua value never leaves its state");

    @ArchTest
    static final ArchRule operationsKnowNoLua =
            noClasses()
                    .that()
                    .resideInAPackage("dev.moonlet.operation..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("dev.moonlet.lua..", "dev.moonlet.module..");

    @ArchTest
    static final ArchRule onlyItsSourceKnowsGit =
            noClasses()
                    .that()
                    .resideOutsideOfPackage("dev.moonlet.revision.source.git..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("org.eclipse.jgit..", "org.apache.sshd..");

    private final ApplicationModules modules = ApplicationModules.of(Moonlet.class);

    @Test
    void keepsTheDeclaredDependencies() {
        modules.verify();
    }

    @Test
    void namesThePackagesInTheOrderOfARequest() {
        assertThat(modules.stream().map(module -> module.getIdentifier().toString()).sorted())
                .isEqualTo(
                        List.of(
                                "http",
                                "invocation",
                                "lua",
                                "module",
                                "operation",
                                "revision",
                                "security",
                                "telemetry"));
        assertThat(modules.stream().map(ApplicationModule::isOpen)).doesNotContain(true);
    }

    @ArchTest
    static void everyPackageIsNullMarked(JavaClasses imported) {
        assertThat(imported.getPackage("dev.moonlet").getSubpackagesInTree())
                .filteredOn(each -> !each.getClasses().isEmpty())
                .allMatch(each -> each.isAnnotatedWith(NullMarked.class))
                .extracting(JavaPackage::getName)
                .contains("dev.moonlet.lua", "dev.moonlet.module.json");
    }
}
