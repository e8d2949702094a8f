package org.sluice.app.curl.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/// curl's own published HTTP test cases, played against `sluice curl`.
///
/// None of them is in this repository: `-Dsluice.curl.cases=…/tests/data` says where they are. With
/// `-Dsluice.curl.only=1,2` only some are played, with `-Dsluice.curl.real=true` by this machine's
/// curl too. What came of them stands in `target/curl-cases.txt`.
@EnabledIfSystemProperty(
    named = "sluice.curl.cases",
    matches = ".+",
    disabledReason = "curl's test cases are not here; -Dsluice.curl.cases=…/tests/data says where")
class CurlCasesTest {
  private static final int AT_ONCE = 6;
  private static final long MINUTES = 20;
  private static final int EXPECTED = Integer.getInteger("sluice.curl.expected", 0);

  @Test
  void asManyPassAsEver() throws Exception {
    Path folder = Path.of(System.getProperty("sluice.curl.cases"));
    Set<Integer> only =
        Arrays.stream(System.getProperty("sluice.curl.only", "").split(",", -1))
            .filter(s -> !s.isBlank())
            .map(s -> Integer.parseInt(s.strip()))
            .collect(Collectors.toSet());
    boolean real = Boolean.getBoolean("sluice.curl.real");
    Map<Integer, CaseRun.Result> ours = play(folder, only, false);
    Map<Integer, CaseRun.Result> curls = real ? play(folder, only, true) : Map.of();
    Path report = Path.of("target", "curl-cases.txt");
    Files.write(report, report(ours, curls));
    long passed = count(ours, CaseRun.Kind.PASSED);
    long failed = count(ours, CaseRun.Kind.FAILED);
    System.out.println(
        "curl's cases: " + passed + " of " + (passed + failed) + " applicable pass; see " + report);
    assertThat(ours).isNotEmpty();
    assertThat(passed).isGreaterThanOrEqualTo(EXPECTED);
  }

  private static long count(Map<Integer, CaseRun.Result> results, CaseRun.Kind kind) {
    return results.values().stream().filter(r -> r.kind() == kind).count();
  }

  private static Map<Integer, CaseRun.Result> play(Path folder, Set<Integer> only, boolean real)
      throws Exception {
    Map<Integer, CaseRun.Result> results = new ConcurrentHashMap<>();
    String version = real ? "7.88.1" : "8.22.0";
    try (Stream<Path> files = Files.list(folder);
        ExecutorService pool = Executors.newFixedThreadPool(AT_ONCE)) {
      List<Future<?>> all = new ArrayList<>();
      for (Path path : files.toList()) {
        String name = path.getFileName().toString();
        if (!name.matches("test\\d+")) {
          continue;
        }
        int number = Integer.parseInt(name.substring(4));
        if (!only.isEmpty() && !only.contains(number)) {
          continue;
        }
        all.add(
            pool.submit(
                () -> {
                  results.put(number, one(number, path, folder, real, version));
                }));
      }
      for (Future<?> one : all) {
        one.get(MINUTES, TimeUnit.MINUTES);
      }
    }
    return new TreeMap<>(results);
  }

  private static CaseRun.Result one(
      int number, Path path, Path folder, boolean real, String version) {
    try {
      return new CaseRun(number, Files.readAllBytes(path), folder.getParent(), real, version).run();
    } catch (Exception e) {
      java.io.StringWriter trace = new java.io.StringWriter();
      e.printStackTrace(new java.io.PrintWriter(trace));
      return new CaseRun.Result(CaseRun.Kind.FAILED, "", "the runner failed: " + trace);
    }
  }

  private static List<String> report(
      Map<Integer, CaseRun.Result> ours, Map<Integer, CaseRun.Result> curls) throws IOException {
    List<String> lines = new ArrayList<>();
    for (int number : new TreeSet<>(ours.keySet())) {
      CaseRun.Result one = ours.get(number);
      CaseRun.Result other = curls.get(number);
      lines.add(
          number
              + " "
              + one.kind()
              + (other == null ? "" : " curl:" + other.kind())
              + " "
              + one.name());
      if (one.why() != null) {
        one.why().lines().forEach(line -> lines.add("    " + line));
      }
    }
    return lines;
  }
}
