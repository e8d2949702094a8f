package org.sluice.app;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/// The rules of ARCHITECTURE.md for the application.
class ArchitectureTest {

  private static final JavaClasses APP =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("org.sluice.app");

  @Test
  void theCommandLineStartsWithoutJavaFx() {
    noClasses()
        .that()
        .resideInAnyPackage("org.sluice.app.cli..", "org.sluice.app.curl..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("javafx..")
        .because("sluice get must start without loading JavaFX")
        .allowEmptyShould(true)
        .check(APP);
  }

  @Test
  void viewModelsKnowNoNodes() {
    noClasses()
        .that()
        .haveSimpleNameEndingWith("ViewModel")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("javafx.scene..")
        .because("a view model is tested without a window")
        .allowEmptyShould(true)
        .check(APP);
  }

  @Test
  void theWindowTouchesNoSocket() {
    noClasses()
        .that()
        .resideOutsideOfPackage("org.sluice.app.cli..")
        .should()
        .dependOnClassesThat()
        .haveNameMatching("java\\.nio\\.channels\\.(Server)?(Socket|Selector|SelectionKey).*")
        .because("sockets belong to the engine")
        .allowEmptyShould(true)
        .check(APP);
  }
}
