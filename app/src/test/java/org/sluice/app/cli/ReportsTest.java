package org.sluice.app.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.sluice.app.terminal.Glyphs;
import org.sluice.app.terminal.Items;
import org.sluice.app.terminal.Terminal;
import org.sluice.engine.download.DownloadEvent;
import org.sluice.engine.download.ItemView;
import org.sluice.engine.item.ItemState;
import org.sluice.engine.item.StateReason;
import org.sluice.engine.range.Span;
import org.sluice.engine.range.Spans;

/// How a run shows itself: as lines, and as bars at a terminal.
class ReportsTest extends CliTestBase {
  private static final Clock CLOCK = Clock.fixed(Items.NOW, ZoneOffset.UTC);
  private static final ItemView RUNNING = Items.running(7, "a.iso", 4 << 20, 1 << 20);
  private static final ItemView DONE =
      Items.item(
          7,
          "a.iso",
          ItemState.COMPLETE,
          StateReason.NONE,
          4 << 20,
          Spans.of(new Span(0, 4 << 20)));
  private static final RunSummary ONE = new RunSummary(0, 0, 0, 1, false, 0, 0);

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private final Caller caller =
      new Caller(List.of(), Path.of("/d").toAbsolutePath(), stream(out), stream(err), null);

  @Test
  void barsMoveAndFinishedFilesStayAbove() {
    BarReport report = new BarReport(caller, new Terminal(80, Glyphs.ASCII), CLOCK);
    report.begun(RUNNING, Begun.CONTINUED);
    report.tick(List.of(RUNNING), ONE);
    report.ended(DONE, RunEnd.SAVED, EndCode.of(DONE, RunEnd.SAVED));
    report.finished(new RunSummary(1, 0, 0, 0, false, 4 << 20, 0), 0);
    assertThat(text(out))
        .isEqualTo(
            "Goes on with download 7, "
                + DONE.file().target()
                + ", at 1.0 of 4.0 MiB\n"
                + "\u001b[?7la.iso            ###+.........   25%  1.0 of 4.0 MiB  1.0 MiB/s  3 s left\n"
                + "\u001b[?7h\u001b[1A\r\u001b[J"
                + DONE.file().target()
                + "  4.0 MiB\n");
    assertThat(text(err)).isEmpty();
  }

  @Test
  void whatFailsIsWrittenBetweenTheBars() {
    BarReport report = new BarReport(caller, new Terminal(80, Glyphs.ASCII), CLOCK);
    report.tick(List.of(RUNNING), ONE);
    report.complain("one\u001b[2J");
    report.interrupted(List.of(RUNNING), ONE, true);
    report.tick(List.of(RUNNING), ONE);
    assertThat(text(err))
        .startsWith("sluice: one?[2J\nsluice: Interrupted. What is here is kept.\n")
        .endsWith("sluice: To go on: sluice resume 7\n");
    assertThat(text(out)).endsWith("\u001b[1A\r\u001b[J\u001b[?7h");
  }

  @Test
  void aLongWaitIsSaidOnce() {
    LineReport report = new LineReport(caller, true, CLOCK);
    ItemView busy = Items.item(1, "a", ItemState.WAITING, StateReason.SERVER_BUSY, -1, Spans.EMPTY);
    report.changed(Items.until(busy, Items.NOW.plusSeconds(2)));
    assertThat(text(err)).isEmpty();
    report.changed(Items.until(busy, Items.NOW.plusSeconds(100)));
    report.changed(Items.until(busy, Items.NOW.plusSeconds(90)));
    assertThat(text(err))
        .isEqualTo(
            "sluice: https://example.org/a: The server is busy and asked to wait."
                + " It goes on in 1 min 40 s.\n");
    report.notice(new DownloadEvent.Notice(DownloadEvent.Topic.DISK, "The disk is full."));
    assertThat(text(err)).endsWith("sluice: The disk is full.\n");
    assertThat(text(out)).isEmpty();
  }

  @Test
  void quietlyOnlyFailuresAreSaid() {
    LineReport report = new LineReport(caller, false, CLOCK);
    report.begun(RUNNING, Begun.CONTINUED);
    report.ended(DONE, RunEnd.SAVED, EndCode.of(DONE, RunEnd.SAVED));
    report.finished(new RunSummary(2, 0, 0, 0, false, 4 << 20, 0), 0);
    assertThat(text(out) + text(err)).isEmpty();
    report.refused(Order.Refused.of("x", "It makes no sense", ExitCode.BAD_ADDRESS));
    assertThat(text(err)).isEqualTo("sluice: x: It makes no sense. (BAD_ADDRESS, 3)\n");
  }

  @Test
  void anInterruptedRunEndsItsJsonWithAResult() {
    JsonReport report = new JsonReport(caller, CLOCK);
    report.interrupted(List.of(RUNNING), ONE, true);
    report.tick(List.of(RUNNING), ONE);
    assertThat(JsonText.lines(text(out)))
        .extracting(line -> line.get("event"))
        .containsExactly("kept", "result");
  }

  @Test
  void atATerminalThereAreBarsAndElsewhereLines() throws Exception {
    assumeTrue(Files.isExecutable(Path.of("/usr/bin/script")), "there is no script(1) here");
    String sluice =
        String.join(
            " ",
            SluiceProcess.command(
                List.of(),
                "get",
                "--data-dir",
                data.toString(),
                "-d",
                folder.toString(),
                "'" + lab.http("/throttled?size=1m&rate=512k") + "'"));
    ProcessBuilder pty =
        new ProcessBuilder("/usr/bin/script", "-qefc", sluice, "/dev/null")
            .redirectErrorStream(true);
    pty.environment().put("TERM", "xterm");
    pty.environment().put("COLUMNS", "100");
    Process process = pty.start();
    process.getOutputStream().close();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
    assertThat(process.exitValue()).as(said).isZero();
    assertThat(said)
        .contains(
            "\u001b[?7lthrottled", "\u001b[1A", " of 1.0 MiB", folder + "/throttled  1.0 MiB");
  }

  private static PrintStream stream(ByteArrayOutputStream bytes) {
    return new PrintStream(bytes, true, StandardCharsets.UTF_8);
  }

  private static String text(ByteArrayOutputStream bytes) {
    return bytes.toString(StandardCharsets.UTF_8).replace(System.lineSeparator(), "\n");
  }
}
