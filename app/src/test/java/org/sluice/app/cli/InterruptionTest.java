package org.sluice.app.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/// Downloads of a real process that is interrupted or killed, and what goes on afterwards.
class InterruptionTest extends CliTestBase {
  private static final String SIZE = "3m";

  private String slow() {
    return lab.http("/throttled?size=" + SIZE + "&rate=1m").toString();
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
      awaitListed("running");
      assumeTrue(process.interrupt(), "this system has no signals");
      Ran ran = process.await();
      assertThat(ran.code()).as(ran.out()).isEqualTo(ExitCode.INTERRUPTED.number());
      assertThat(ran.out())
          .contains("Interrupted. What is here is kept.", "To go on: sluice resume 1");
    }
    Ran list = listed("list");
    assertThat(list.out()).contains("paused", "paused by you");
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

  /// Reads the list by way of the running process until its download is so.
  private void awaitListed(String state) {
    Ran list;
    do {
      list = listed("list");
    } while (!list.out().contains(state));
  }

  private Path whole() {
    assertThat(get("-q", "-o", "whole", lab.http("/bytes/" + SIZE).toString()).code()).isZero();
    return folder.resolve("whole");
  }
}
