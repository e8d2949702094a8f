package org.sluice.app.main;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.sluice.app.monitor.TransferRow;
import org.sluice.app.preferences.AllSettings;
import org.sluice.engine.lab.LabOrigin;
import org.sluice.engine.lab.LabServer;
import org.sluice.engine.multi.Poll;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/// URLs given to the real window, downloaded from the lab by the real engine.
@ExtendWith(ApplicationExtension.class)
class DownloadWindowTest {
  @TempDir static Path folder;

  private LabServer lab;
  private OpenWindow open;
  private final FxRobot robot = new FxRobot();

  @Start
  void start(Stage stage) throws IOException {
    lab = LabServer.start();
    open = new OpenWindow(stage, Files.createTempDirectory(folder, "w"), () -> {});
  }

  @AfterEach
  void end() throws IOException {
    open.close();
    lab.close();
  }

  @Test
  void aDownloadIsSeenFromTheFirstPillToTheFile() throws IOException {
    assertThat(open.visible("#start-tour")).isTrue();
    open.onFx(
        () -> {
          open.workbench.preferences().set(AllSettings.SEGMENTS, 1);
          return true;
        });
    TransferRow row = open.add(lab.http("/throttled?size=900k&rate=450k"));
    assertThat(open.visible("#start-tour")).isFalse();
    open.until(
        "a socket that waits to receive, with its transfer",
        () ->
            open.anySocket(
                socket ->
                    socket.pollProperty().get() == Poll.IN
                        && !socket.transfersProperty().get().isEmpty()
                        && socket.peerProperty().get().contains(":" + lab.port(LabOrigin.HTTP))
                        && socket.assignedProperty().get().equals("Sock#" + socket.serial())));
    open.until("a pill", () -> robot.lookup(".poll-pill").tryQuery().isPresent());
    open.until(
        "the countdown of its low-speed limit",
        () -> open.text("#timeout-remaining").matches("\\d+"));
    assertThat(open.text("#timeout-asked")).contains("asked for");
    open.until("one running handle", () -> open.text("#figure-running").equals("1"));
    open.until("actions", () -> !open.text("#figure-actions").equals("0"));
    open.until("a rate", () -> open.anySocket(s -> s.rateProperty().get().endsWith("kB/s")));
    open.until("a lane", () -> !open.model.timeline().lanes().isEmpty());

    open.until("the end", () -> open.state(row).equals("done"));
    open.until("its completion", () -> open.text("#figure-completions").equals("1"));
    assertThat(open.downloads.resolve("throttled")).hasSize(900 * 1024);
    assertThat(names()).containsExactly("throttled");
    open.until("an idle engine", () -> open.text("#engine-state").equals("Engine idle"));
  }

  @Test
  void aBadUrlIsToldInWordsAndStartsNothing() throws IOException {
    assertThat(open.start("ftp://example.org/file")).isFalse();
    assertThat(open.visible("#notice")).isTrue();
    assertThat(open.text("#notice")).contains("does not speak ftp");
    assertThat(open.start("http://exa mple.org/")).isFalse();
    assertThat(open.text("#notice")).contains("space");
    assertThat(open.onFx(() -> open.model.transfers().rows().size())).isZero();
    TransferRow row = open.add(lab.http("/small"));
    open.until("the end", () -> open.state(row).equals("done"));
    assertThat(names()).containsExactly("small");
  }

  @Test
  void aRefusedConnectionFails() throws IOException {
    fails(lab.refused(), "COULDNT_CONNECT (7)", "The server does not answer");
  }

  @Test
  void aForeignCertificateFails() throws IOException {
    fails(
        lab.https("/small"),
        "PEER_FAILED_VERIFICATION (60)",
        "The server could not prove who it is");
  }

  @Test
  void aBodyThatIsCutOffFails() throws IOException {
    fails(
        lab.http("/close-mid"),
        "PARTIAL_FILE (18)",
        "The connection ended in the middle of the file");
    assertThat(open.text("#outcome-what")).isNotBlank();
    assertThat(open.text("#outcome-kept")).contains("5.0 kB");
  }

  @Test
  void anErrorPageDoesNotBecomeTheFile() throws IOException {
    fails(lab.http("/404"), "HTTP_RETURNED_ERROR (22)", "The server said no");
  }

  @Test
  void twoOfTheSameNameStandBesideEachOther() throws IOException {
    TransferRow first = open.add(lab.http("/100k"));
    TransferRow second = open.add(lab.http("/100k"));
    open.until("both", () -> open.state(first).equals("done") && open.state(second).equals("done"));
    assertThat(names()).hasSize(2).contains("100k");
  }

  private void fails(Object url, String code, String title) throws IOException {
    TransferRow row = open.add(url);
    open.until("the failure", () -> open.state(row).equals("failed"));
    open.until("its words", () -> open.visible("#outcome"));
    assertThat(open.text("#outcome-title")).matches("Failed: " + title);
    assertThat(open.text("#outcome-code")).isEqualTo(code);
    assertThat(open.text("#outcome-advice")).isNotBlank();
    open.until(
        "the failure's count",
        () -> open.model.metrics().completionsNoteProperty().get().contains("1 ended early"));
    assertThat(
            robot.lookup("#figure-completions").query().getParent().getParent().getAccessibleHelp())
        .as("that it need be no failure")
        .contains("a segment whose rest another connection took");
    assertThat(names()).allMatch(name -> name.endsWith(".part"));
  }

  private Stream<String> list() throws IOException {
    return Files.list(open.downloads).map(path -> path.getFileName().toString());
  }

  private java.util.List<String> names() throws IOException {
    try (Stream<String> names = list()) {
      return names.toList();
    }
  }
}
