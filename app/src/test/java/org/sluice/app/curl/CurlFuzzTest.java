package org.sluice.app.curl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Curl's command lines: the corpus cut at every byte, and then Jazzer for some seconds in a process
/// of its own.
///
/// `-Dsluice.fuzz.seconds=600` lets it go on for longer; 0 leaves Jazzer out. What it finds lies in
/// `target/fuzz`.
class CurlFuzzTest {
  private static final int SECONDS = Integer.getInteger("sluice.fuzz.seconds", 3);
  private static final int START_SECONDS = 300;

  @TempDir Path folder;

  @Test
  void theCorpusPassesCutAtEveryByte() {
    for (String seed : CurlFuzz.SEEDS) {
      byte[] whole = seed.getBytes(StandardCharsets.UTF_8);
      for (int end = 0; end <= whole.length; end++) {
        byte[] cut = Arrays.copyOf(whole, end);
        assertThatCode(() -> CurlFuzz.fuzzerTestOneInput(cut))
            .as("cut at %d: %s", end, seed)
            .doesNotThrowAnyException();
      }
    }
  }

  @Test
  void jazzerFindsNothing() throws Exception {
    if (SECONDS == 0) {
      return;
    }
    Path corpus = Files.createDirectory(folder.resolve("corpus"));
    for (int i = 0; i < CurlFuzz.SEEDS.size(); i++) {
      Files.writeString(corpus.resolve("seed-" + i), CurlFuzz.SEEDS.get(i));
    }
    Path found = Files.createDirectories(Path.of("target", "fuzz", "CurlFuzz"));
    Path log = found.resolve("log.txt");
    ProcessBuilder builder =
        new ProcessBuilder(
                List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-Xmx512m",
                    "-XX:+EnableDynamicAgentLoading",
                    "--enable-native-access=ALL-UNNAMED",
                    "-cp",
                    System.getProperty("java.class.path"),
                    "com.code_intelligence.jazzer.Jazzer",
                    "--target_class=" + CurlFuzz.class.getName(),
                    "--instrumentation_includes=org.sluice.app.curl.**",
                    "--reproducer_path=" + found.toAbsolutePath(),
                    "-artifact_prefix=" + found.toAbsolutePath() + "/",
                    "-seed=1",
                    "-rss_limit_mb=0",
                    "-max_len=1024",
                    "-max_total_time=" + SECONDS,
                    corpus.toString()))
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile());
    Set.copyOf(builder.environment().keySet()).stream()
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
