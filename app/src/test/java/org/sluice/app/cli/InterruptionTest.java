package org.sluice.app.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/// Downloads of a real process that is interrupted or killed, and what goes on afterwards.
class InterruptionTest extends CliTestBase {
  private static final String SIZE = "3m";
  private static final AtomicInteger KEYS = new AtomicInteger();

  private final String key = "held-" + KEYS.incrementAndGet();

  /// Holds after 256 KiB of each answer, until [#letGo].
  private String slow() {
    return lab.http("/held?size=" + SIZE + "&bytes=256k&key=" + key).toString();
  }

  private SluiceProcess start(String... more) throws IOException {
    String[] args = new String[8 + more.length];
    String[] fixed = {
      "get", "--data-dir", data.toString(), "-d", folder.toString(), "--json", "-o", "file"
    };
    System.arraycopy(fixed, 0, args, 0, fixed.length);
    System.arraycopy(more, 0, args, fixed.length, more.length);
    return SluiceProcess.start(args);
  }

  /// Something has come, and not all.
  private static void awaitBytes(SluiceProcess process) throws IOException {
    String line;
    do {
      line = process.awaitLine("\"event\":\"progress\"");
    } while (line.contains("\"committed\":0,"));
  }

  @Test
  void ctrlCKeepsWhatIsHereAndSaysHowToGoOn() throws Exception {
    try (SluiceProcess process =
        SluiceProcess.start(
            "get", "--data-dir", data.toString(), "-d", folder.toString(), "-o", "file", slow())) {
      awaitBegun();
      assertThat(listed("list").out()).contains("running");
      assumeTrue(
          process.interrupt(),
          "no signal reaches it: there are none here, or whoever started the tests ignores SIGINT");
      Ran ran = process.await();
      assertThat(ran.code()).as(ran.out()).isEqualTo(ExitCode.INTERRUPTED.number());
      assertThat(ran.out())
          .contains("Interrupted. What is here is kept.", "To go on: sluice resume 1");
    }
    Ran list = listed("list");
    assertThat(list.out()).contains("paused", "paused by you");
    letGo();
    Ran again = listed("resume", "1");
    assertThat(again.code()).as(again.err()).isZero();
    assertThat(again.out()).contains("Goes on with download 1");
    assertThat(folder.resolve("file")).hasSameBinaryContentAs(whole());
  }

  @Test
  void whatWasKilledGoesOnWhenTheSameIsAskedForAgain() throws Exception {
    try (SluiceProcess process = start(slow())) {
      awaitBytes(process);
      process.kill();
    }
    assertThat(folder.resolve("file")).doesNotExist();
    assertThat(folder.resolve("file.part")).exists();
    letGo();
    Ran again = get("-o", "file", slow());
    assertThat(again.code()).as(again.err()).isZero();
    assertThat(again.out()).contains("Goes on with download 1", ", at ");
    assertThat(listed("list", "--all").out()).contains("complete").doesNotContain(" 2 ");
    assertThat(folder.resolve("file")).hasSameBinaryContentAs(whole());
  }

  @Test
  void anotherDownloadDoesNotWakeTheOneThatWasKilled() throws Exception {
    try (SluiceProcess process = start(slow())) {
      awaitBytes(process);
      process.kill();
    }
    assertThat(get(lab.http("/small").toString()).code()).isZero();
    Ran list = listed("list", "--json");
    assertThat(list.out()).contains("\"id\":1,", "\"state\":\"queued\"");
    assertThat(folder.resolve("file")).doesNotExist();
  }

  @Test
  void restartBeginsAtTheFirstByte() throws Exception {
    try (SluiceProcess process = start(slow())) {
      awaitBytes(process);
      process.kill();
    }
    letGo();
    Ran again = get("--restart", "-o", "file", slow());
    assertThat(again.code()).as(again.err()).isZero();
    assertThat(again.out()).contains("Begins again with download 1");
    assertThat(folder.resolve("file")).hasSameBinaryContentAs(whole());
  }

  @Test
  void resumeDemandsThatThereIsSomething() {
    Ran ran = get("--resume", lab.http("/small").toString());
    assertThat(ran.code()).isEqualTo(ExitCode.NOTHING_THERE.number());
    assertThat(ran.err()).contains("nothing of it in the list", "NOTHING_THERE");
    assertThat(folder).isEmptyDirectory();
  }

  /// The download has its part file. Asking the list again and again instead would keep the process
  /// from opening it: who asks has it open itself for that time.
  private void awaitBegun() throws InterruptedException {
    Path part = folder.resolve("file.part");
    long endNanos = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
    while (!Files.exists(part)) {
      assertThat(System.nanoTime()).as("there is no %s", part).isLessThan(endNanos);
      TimeUnit.MILLISECONDS.sleep(5);
    }
  }

  /// From now on the lab answers without holding.
  private void letGo() throws IOException {
    try (InputStream answer = lab.http("/switch?key=" + key).toURL().openStream()) {
      assertThat(answer.readAllBytes()).asString().startsWith("switched");
    }
  }

  private Path whole() {
    assertThat(get("-q", "-o", "whole", lab.http("/bytes/" + SIZE).toString()).code()).isZero();
    return folder.resolve("whole");
  }
}
