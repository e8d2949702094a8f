package org.sluice.app.main;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Objects;
import javafx.scene.control.Label;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.sluice.app.monitor.MonitorViewModel;
import org.sluice.engine.item.DownloadRequest;
import org.sluice.engine.item.FileWish;
import org.sluice.engine.lab.LabOrigin;
import org.testfx.framework.junit5.Start;

/// A download that failed shows how: the time of its socket, its calls, and all of it again in the
/// Monitor.
class FailureWindowTest extends FreshWindow {
  @Start
  void start(Stage stage) throws IOException {
    open(stage);
  }

  private void fails(String url, String name) {
    DownloadRequest request = DownloadRequest.of(url, FileWish.into(open.downloads).named(name));
    open.engine.list().add(request).join();
    open.until("its row", () -> robot.lookup(name).tryQuery().isPresent());
    robot.clickOn(name);
    open.until("its card", () -> open.visible("#failed-title"));
    open.until("how it went", () -> open.visible("#attempt-lane"));
  }

  private List<String> texts(String query) {
    return open.onFx(
        () ->
            robot.lookup(query).queryAllAs(Label.class).stream()
                .filter(label -> label.isVisible())
                .map(Label::getText)
                .toList());
  }

  @Test
  void aRefusedCertificateIsShownCallByCall() {
    fails(lab.uri(LabOrigin.HTTPS_EXPIRED, "/small").toString(), "expired.bin");
    assertThat(texts("#attempt-lane .label")).contains("0 ms", "REMOVE TLS failed");
    assertThat(texts(".attempt-lines .label"))
        .anyMatch(text -> text.startsWith("connecting to 127.0.0.1:"))
        .anyMatch(text -> text.startsWith("connected in "))
        .anyMatch(text -> text.endsWith("is done, result 60"));
    String spoken = open.onFx(() -> robot.lookup("#attempt-lane").query().getAccessibleText());
    assertThat(spoken).startsWith("Timeline of the socket. 0 ms OUT connect").contains("REMOVE");
  }

  @Test
  void replayShowsItInTheMonitorAndNothingElse() {
    fails(lab.http("/404").toString(), "gone.bin");
    long socket = socketThatIsSaid();
    robot.clickOn("#failed-replay");
    isReplayed(socket);
    robot.clickOn("#close-trace");
    MonitorViewModel monitor = open.workbench.monitor();
    open.until("now", () -> open.onFx(() -> monitor.travel().isLive()));
  }

  @Test
  void replayIsReachedByKeys() {
    fails(lab.http("/404").toString(), "gone.bin");
    long socket = socketThatIsSaid();
    robot.clickOn("#tab-general");
    open.until(
        "the button has the focus",
        () -> {
          robot.push(KeyCode.TAB);
          return open.onFx(() -> robot.lookup("#failed-replay").query().isFocused());
        });
    robot.push(KeyCode.SPACE);
    isReplayed(socket);
  }

  @Test
  void theReportHasTheCallsInIt() {
    fails(lab.http("/404").toString(), "gone.bin");
    robot.clickOn("#failed-copy");
    String report = open.onFx(() -> Clipboard.getSystemClipboard().getString());
    assertThat(report).contains("gone.bin", "callback(", "REMOVE)", "HTTP 404");
  }

  @Test
  void theCodeIsInOneLineBesideTheButtons() {
    fails(lab.uri(LabOrigin.HTTPS_EXPIRED, "/small").toString(), "expired.bin");
    Label code = open.onFx(() -> robot.lookup("#failed-code").queryAs(Label.class));
    open.until("the code", () -> open.onFx(() -> code.getWidth()) > 0);
    assertThat(open.onFx(() -> code.getWidth() - code.prefWidth(-1))).isGreaterThanOrEqualTo(0);
  }

  private long socketThatIsSaid() {
    return texts(".attempt-lines .label").stream()
        .filter(text -> text.startsWith("callback("))
        .map(text -> Long.parseLong(text.substring("callback(".length(), text.indexOf(','))))
        .findFirst()
        .orElseThrow();
  }

  private void isReplayed(long socket) {
    MonitorViewModel monitor = open.workbench.monitor();
    open.until("the record", () -> open.visible("#trace-banner"));
    assertThat(open.text("#trace-banner-words"))
        .startsWith("The last attempt of gone.bin is shown:");
    assertThat(open.onFx(() -> monitor.travel().socketProperty().get())).isEqualTo(socket);
    assertThat(open.onFx(() -> monitor.timeline().lanes().size())).isEqualTo(1);
    open.until("its row", () -> open.onFx(() -> monitor.sockets().rows().size()) == 1);
    robot.clickOn("#live-end");
    open.until(
        "its own end only",
        () -> open.onFx(() -> monitor.metrics().completionsProperty().get()).equals("1"));
    assertThat(open.onFx(() -> Objects.requireNonNull(monitor.loadedProperty().get()).tape().end()))
        .isGreaterThan(5);
  }
}
