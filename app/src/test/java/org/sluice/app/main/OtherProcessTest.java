package org.sluice.app.main;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.sluice.app.handover.HandedCommand;
import org.sluice.app.handover.HandoverJson;
import org.sluice.app.monitor.LiveEngine;
import org.sluice.app.monitor.MonitorViewModel;
import org.sluice.app.monitor.Phase;
import org.sluice.app.monitor.TransferRow;
import org.sluice.engine.download.DownloadsOptions;
import org.sluice.engine.instance.Instance;
import org.sluice.engine.instance.Instance.Second;
import org.sluice.engine.lab.LabBytes;
import org.sluice.engine.lab.LabRequest;
import org.sluice.engine.lab.LabServer;

/// The window in a process of its own, and what other processes have to do with it.
@Timeout(240)
class OtherProcessTest {
  private static final long MIB = 1L << 20;
  private static final int PATIENCE_SECONDS = 90;

  @TempDir Path folder;

  private LabServer lab;

  @BeforeEach
  void begin() throws IOException {
    lab = LabServer.start();
  }

  @AfterEach
  void end() {
    lab.close();
  }

  @Test
  void aDownloadGoesOnAfterItsWindowWasKilled() throws Exception {
    long size = 24 * MIB;
    String url = lab.http("/throttled?size=" + size + "&rate=300k").toString();
    long before;
    try (WindowProcess window = start(url)) {
      untilListens(window);
      until("bytes that are safe", () -> committed() > MIB, window);
      before = committed();
      window.kill();
    }
    int asked = lab.seen().size();
    assertThat(WindowProcess.downloads(folder).resolve("throttled")).doesNotExist();

    Path data = WindowProcess.data(folder);
    try (LiveEngine engine = LiveEngine.open(DownloadsOptions.in(data))) {
      MonitorViewModel model = new MonitorViewModel(engine, folder);
      until("its row", () -> !rows(model).isEmpty(), null);
      TransferRow row = rows(model).getFirst();
      assertThat(row.name()).isEqualTo("throttled");
      assertThat(row.progressProperty().get() * size).isGreaterThanOrEqualTo(before);
      until(
          "several transfers under it, each with a socket",
          () ->
              rows(model).stream()
                      .filter(part -> !part.isWhole() && !part.socketProperty().get().equals("–"))
                      .count()
                  > 1,
          null);
      until("its end", () -> !rows(model).isEmpty() && phase(model) == Phase.DONE, null);
      assertThat(row.outcomeProperty().get().ok()).isTrue();
      assertThat(row.outcomeProperty().get().proof()).startsWith("Proven to be one file.");
    }
    Path file = WindowProcess.downloads(folder).resolve("throttled");
    assertThat(LabBytes.firstDifference(file, size)).isEqualTo(-1);
    List<LabRequest> again = lab.seen().subList(asked, lab.seen().size());
    assertThat(again).isNotEmpty().allMatch(request -> request.header("Range").isPresent());
  }

  @Test
  void whatOtherProcessesAreStartedForIsDoneByTheWindow() throws Exception {
    Path output = folder.resolve("other.txt");
    try (WindowProcess window = start()) {
      untilListens(window);
      String handed = "handed to the Sluice that runs already (process " + window.pid() + ")";
      try (WindowProcess get =
          WindowProcess.start(folder, output, "get", lab.http("/100k").toString())) {
        assertThat(get.exitCode(PATIENCE_SECONDS)).as(Files.readString(output)).isZero();
      }
      assertThat(Files.readString(output)).contains(handed);
      try (WindowProcess second =
          WindowProcess.start(folder, output, lab.http("/small").toString())) {
        assertThat(second.exitCode(PATIENCE_SECONDS)).as(Files.readString(output)).isZero();
      }
      assertThat(Files.readString(output)).contains("Handed to the Sluice that is open already");
      Files.writeString(
          folder.resolve("list.meta4"),
          """
          <metalink xmlns="urn:ietf:params:xml:ns:metalink">
            <file name="named.bin"><url>%s</url></file>
          </metalink>
          """
              .formatted(lab.http("/small")));
      try (WindowProcess file = WindowProcess.start(folder, output, "list.meta4")) {
        assertThat(file.exitCode(PATIENCE_SECONDS)).as(Files.readString(output)).isZero();
      }
      until(
          "what the file names",
          () -> Files.exists(WindowProcess.downloads(folder).resolve("named.bin")),
          window);
      try (WindowProcess empty = WindowProcess.start(folder, output)) {
        assertThat(empty.exitCode(PATIENCE_SECONDS)).as(Files.readString(output)).isZero();
      }
      assertThat(Files.readString(output)).contains("Sluice is open already");
      Path small = WindowProcess.downloads(folder).resolve("small");
      until("100k", () -> Files.exists(folder.resolve("100k")), window);
      until("small", () -> Files.exists(small), window);
    }
    assertThat(folder.resolve("100k")).hasSize(100 * 1024);
    assertThat(WindowProcess.downloads(folder).resolve("small")).isNotEmptyFile();
  }

  private WindowProcess start(String... arguments) throws IOException {
    return WindowProcess.start(folder, folder.resolve("window.txt"), arguments);
  }

  private static List<TransferRow> rows(MonitorViewModel model) {
    model.refresh(System.nanoTime());
    return model.transfers().rows();
  }

  private static Phase phase(MonitorViewModel model) {
    return model.transfers().rows().getFirst().phaseProperty().get();
  }

  /// Before that nobody else may claim its folder.
  private void untilListens(WindowProcess window) throws Exception {
    Path data = WindowProcess.data(folder);
    until(
        "the window listens",
        () ->
            Files.exists(data.resolve("control.sock"))
                || Files.exists(data.resolve("control.path")),
        window);
  }

  /// Of the only download, as the window says.
  private long committed() throws Exception {
    Matcher found = Pattern.compile("\"committed\":(\\d+)").matcher(list());
    return found.find() ? Long.parseLong(found.group(1)) : 0;
  }

  private String list() throws Exception {
    assertThat(Instance.claim(WindowProcess.data(folder))).isInstanceOf(Second.class);
    if (Instance.claim(WindowProcess.data(folder)) instanceof Second second) {
      byte[] command = HandoverJson.write(new HandedCommand(folder, List.of("list", "--json")));
      return HandoverJson.answer(second.client().ask(command, Duration.ofSeconds(30))).out();
    }
    throw new AssertionError("the window has lost its folder");
  }

  private interface Condition {
    boolean holds() throws Exception;
  }

  private void until(String what, Condition condition, WindowProcess alive) throws Exception {
    long deadlineNanos = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    while (!condition.holds()) {
      if (System.nanoTime() > deadlineNanos || (alive != null && !alive.isAlive())) {
        throw new AssertionError(
            "no "
                + what
                + (alive == null ? "" : ": " + Files.readString(folder.resolve("window.txt"))));
      }
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
    }
  }
}
