package org.sluice.engine.fuzz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Each fuzz target: its corpus, also cut at every byte, and then Jazzer for some seconds in a
/// process of its own.
///
/// `-Dsluice.fuzz.seconds=600` lets it go on for longer; 0 leaves Jazzer out. What it finds lies in
/// `target/fuzz`.
class FuzzTest {
  private static final int SECONDS = Integer.getInteger("sluice.fuzz.seconds", 3);
  private static final int START_SECONDS = 300;

  @TempDir Path folder;

  /// What a target does with some bytes.
  interface Target {
    void take(byte[] data) throws Exception;
  }

  /// @param target fuzzerTestOneInput of `type`
  record Case(Class<?> type, List<String> seeds, Target target) {
    @Override
    public String toString() {
      return type.getSimpleName();
    }
  }

  static Stream<Case> cases() {
    return Stream.of(
        new Case(UrlFuzz.class, UrlFuzz.SEEDS, UrlFuzz::fuzzerTestOneInput),
        new Case(ResponseFuzz.class, ResponseFuzz.SEEDS, ResponseFuzz::fuzzerTestOneInput),
        new Case(LaxResponseFuzz.class, LaxResponseFuzz.SEEDS, LaxResponseFuzz::fuzzerTestOneInput),
        new Case(Http2Fuzz.class, Http2Fuzz.SEEDS, Http2Fuzz::fuzzerTestOneInput),
        new Case(CookieFuzz.class, CookieFuzz.SEEDS, CookieFuzz::fuzzerTestOneInput),
        new Case(PackedFuzz.class, PackedFuzz.SEEDS, PackedFuzz::fuzzerTestOneInput),
        new Case(FieldFuzz.class, FieldFuzz.SEEDS, FieldFuzz::fuzzerTestOneInput),
        new Case(FileFuzz.class, FileFuzz.SEEDS, FileFuzz::fuzzerTestOneInput));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void theCorpusPassesCutAtEveryByte(Case one) {
    for (String seed : one.seeds) {
      byte[] whole = seed.getBytes(StandardCharsets.UTF_8);
      for (int end = 0; end <= whole.length; end++) {
        byte[] cut = Arrays.copyOf(whole, end);
        assertThatCode(() -> one.target.take(cut))
            .as("%s cut at %d: %s", one, end, seed)
            .doesNotThrowAnyException();
      }
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void jazzerFindsNothing(Case one) throws IOException, InterruptedException {
    if (SECONDS == 0) {
      return;
    }
    Path corpus = Files.createDirectory(folder.resolve("corpus"));
    for (int i = 0; i < one.seeds.size(); i++) {
      Files.writeString(corpus.resolve("seed-" + i), one.seeds.get(i));
    }
    Path found = Files.createDirectories(Path.of("target", "fuzz", one.toString()));
    Path log = found.resolve("log.txt");
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-XX:+EnableDynamicAgentLoading",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                "com.code_intelligence.jazzer.Jazzer",
                "--target_class=" + one.type.getName(),
                "--instrumentation_includes=org.sluice.**",
                "--reproducer_path=" + found.toAbsolutePath(),
                "-artifact_prefix=" + found.toAbsolutePath() + "/",
                "-seed=1",
                "-rss_limit_mb=0",
                "-max_len=4096",
                "-max_total_time=" + SECONDS,
                corpus.toString()));
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile());
    Map<String, String> environment = new TreeMap<>(builder.environment());
    environment.keySet().stream()
        .filter(name -> name.startsWith("JAVA_TOOL") || name.startsWith("JDK_JAVA"))
        .forEach(builder.environment()::remove);
    Process process = builder.start();
    try {
      assertThat(process.waitFor(SECONDS + START_SECONDS, TimeUnit.SECONDS))
          .as("Jazzer ends in time: " + log)
          .isTrue();
    } finally {
      process.destroyForcibly();
    }
    String said = Files.readString(log);
    assertThat(process.exitValue()).as(said).isZero();
    assertThat(said).as("it did fuzz").contains("Done ");
  }
}
