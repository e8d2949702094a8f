package org.sluice.engine;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.properties.HasName;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.nio.channels.SocketChannel;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The import table of ARCHITECTURE.md, checked.
///
/// A rule about a package that has no class yet holds.
class ArchitectureTest {

  private static final String ROOT = "org.sluice.engine";

  private static final JavaClasses ENGINE =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages(ROOT);

  /// Package name below the root, and the engine packages that it may import.
  private static final Map<String, Set<String>> MAY_IMPORT =
      new TreeMap<>(
          Map.ofEntries(
              row("error"),
              row("time"),
              row("buffer"),
              row("http", "error", "buffer"),
              row("auth", "error", "http"),
              row("cookie", "http", "error"),
              row("decode", "error"),
              row("request", "error", "http", "cookie", "decode"),
              row("trace", "error"),
              row("http1", "http", "buffer", "error", "request"),
              row("http2", "http", "buffer", "error", "request"),
              row("dns", "time", "error"),
              row("tls", "error", "request"),
              row(
                  "filter", "auth", "http1", "http", "dns", "time", "tls", "buffer", "error",
                  "request"),
              row(
                  "connection",
                  "auth",
                  "http2",
                  "filter",
                  "http1",
                  "http",
                  "dns",
                  "time",
                  "tls",
                  "buffer",
                  "error",
                  "request"),
              row(
                  "transfer",
                  "auth",
                  "http2",
                  "connection",
                  "cookie",
                  "decode",
                  "http",
                  "http1",
                  "filter",
                  "dns",
                  "time",
                  "tls",
                  "buffer",
                  "error",
                  "request"),
              row(
                  "multi",
                  "http2",
                  "transfer",
                  "connection",
                  "http",
                  "filter",
                  "dns",
                  "time",
                  "buffer",
                  "error",
                  "request"),
              row("loop", "multi", "trace", "time", "request", "error", "http"),
              row("range"),
              row("item", "range", "http"),
              row("rate", "time"),
              row("segment", "range"),
              row("resume", "item", "range", "http", "error"),
              row("retry", "item", "http", "error"),
              row("queue", "item"),
              row("checksum", "item", "range", "http"),
              row("name", "http"),
              row("disk", "item", "name", "range", "time"),
              row("metalink", "item", "http", "checksum", "error"),
              row("claim"),
              row("journal", "item", "range", "http", "claim"),
              row("instance", "claim"),
              row(
                  "download",
                  "loop",
                  "multi",
                  "request",
                  "http",
                  "error",
                  "time",
                  "trace",
                  "range",
                  "item",
                  "rate",
                  "segment",
                  "resume",
                  "retry",
                  "queue",
                  "checksum",
                  "metalink",
                  "disk",
                  "name",
                  "journal",
                  "instance"),
              row("lab", "http", "http2", "error")));

  private static Map.Entry<String, Set<String>> row(String name, String... mayImport) {
    return Map.entry(name, Set.of(mayImport));
  }

  static Stream<String> packages() {
    return MAY_IMPORT.keySet().stream();
  }

  @ParameterizedTest
  @MethodSource("packages")
  void importsOnlyWhatTheTableAllows(String name) {
    noClasses()
        .that(areIn(name))
        .should()
        .dependOnClassesThat(areForbiddenFor(name))
        .because("the import table of ARCHITECTURE.md allows " + name + " only other layers")
        .allowEmptyShould(true)
        .check(ENGINE);
  }

  @Test
  void everyPackageStandsInTheTable() {
    var unknown =
        ENGINE.stream()
            .filter(type -> !type.getSimpleName().equals("module-info"))
            .map(ArchitectureTest::layerOf)
            .filter(name -> !MAY_IMPORT.containsKey(name))
            .distinct()
            .toList();
    assertThat(unknown).as("packages without a row in the import table").isEmpty();
  }

  @Test
  void packagesHaveNoCycles() {
    slices()
        .matching(ROOT + ".(*)..")
        .should()
        .beFreeOfCycles()
        .allowEmptyShould(true)
        .check(ENGINE);
  }

  @Test
  void theEngineKnowsNoUserInterface() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("javafx..", "java.awt..", "javax.swing..")
        .because("the engine must run where there is no window")
        .allowEmptyShould(true)
        .check(ENGINE);
  }

  @Test
  void onlyFiltersReadAndWriteSockets() {
    noClasses()
        .that()
        .resideOutsideOfPackages(ROOT + ".filter..", ROOT + ".lab..")
        .should()
        .callMethodWhere(readsOrWritesASocket())
        .because("bytes pass the filter chain or nobody sees them (the lab is the other end)")
        .allowEmptyShould(true)
        .check(ENGINE);
  }

  @Test
  void onlyFiltersUseTheTlsEngine() {
    noClasses()
        .that()
        .resideOutsideOfPackages(ROOT + ".filter..", ROOT + ".tls..", ROOT + ".lab..")
        .should()
        .dependOnClassesThat()
        .haveFullyQualifiedName("javax.net.ssl.SSLEngine")
        .because("TLS is one filter of the chain, set up by tls (the lab is the other end)")
        .allowEmptyShould(true)
        .check(ENGINE);
  }

  private static DescribedPredicate<JavaClass> areIn(String name) {
    return DescribedPredicate.describe(
        "are in " + name, type -> isEngine(type) && layerOf(type).equals(name));
  }

  private static DescribedPredicate<JavaClass> areForbiddenFor(String name) {
    var allowed = MAY_IMPORT.get(name);
    return DescribedPredicate.describe(
        "are in an engine package other than " + name + " and " + allowed,
        type -> isEngine(type) && !layerOf(type).equals(name) && !allowed.contains(layerOf(type)));
  }

  private static DescribedPredicate<JavaCall<?>> readsOrWritesASocket() {
    var names = DescribedPredicate.<HasName>describe("read or write", ArchitectureTest::isTransfer);
    return DescribedPredicate.describe(
        "SocketChannel.read or write",
        call ->
            call.getTarget().getOwner().isAssignableTo(SocketChannel.class)
                && names.test(call.getTarget()));
  }

  private static boolean isTransfer(HasName method) {
    return method.getName().equals("read") || method.getName().equals("write");
  }

  private static boolean isEngine(JavaClass type) {
    return type.getPackageName().startsWith(ROOT + ".");
  }

  private static String layerOf(JavaClass type) {
    var below = type.getPackageName().substring(ROOT.length());
    return below.isEmpty() ? "" : below.substring(1).split("\\.", 2)[0];
  }
}
