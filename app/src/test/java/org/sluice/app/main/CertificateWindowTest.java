package org.sluice.app.main;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.sluice.app.preferences.AllSettings;
import org.sluice.engine.download.ItemView;
import org.sluice.engine.error.CertificateProblem;
import org.sluice.engine.item.DownloadRequest;
import org.sluice.engine.item.FileWish;
import org.sluice.engine.item.ItemState;
import org.sluice.engine.item.StateReason;
import org.sluice.engine.lab.LabOrigin;
import org.sluice.engine.lab.LabServer;
import org.sluice.engine.request.TrustedCertificate;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/// A refused certificate is shown, accepted for its one server, and taken back again.
@ExtendWith(ApplicationExtension.class)
class CertificateWindowTest {
  @TempDir static Path folder;

  private final FxRobot robot = new FxRobot();
  private OpenWindow open;
  private LabServer lab;

  @Start
  void start(Stage stage) throws IOException {
    lab = LabServer.start();
    open = new OpenWindow(stage, Files.createTempDirectory(folder, "c"), () -> {}, "downloads");
  }

  @AfterEach
  void close() {
    open.close();
    lab.close();
  }

  private ItemView item() {
    return open.engine.list().freshSnapshot().join().items().getFirst();
  }

  private List<TrustedCertificate> accepted() {
    return open.onFx(() -> open.workbench.preferences().get(AllSettings.TRUSTED));
  }

  @Test
  void aCertificateIsAcceptedForItsServerAfterItsChainWasShown() {
    String url = lab.uri(LabOrigin.HTTPS_EXPIRED, "/small").toString();
    open.engine
        .list()
        .add(DownloadRequest.of(url, FileWish.into(open.downloads).named("small.bin")))
        .join();
    open.until("the refusal", () -> item().standing().certificate() != null);
    assertThat(item().standing().reason())
        .as(item().standing().toString())
        .isEqualTo(StateReason.NOT_TRUSTED);
    CertificateProblem problem = item().standing().certificate();
    assertThat(problem).isNotNull();
    String fingerprint = problem.chain().getFirst().sha256();
    TableView<?> table = robot.lookup("#downloads").queryAs(TableView.class);
    open.until("the row", () -> table.getItems().size() == 1);
    robot.clickOn("small.bin");
    open.until("its card", () -> robot.lookup("#remedy-accept").tryQuery().isPresent());
    robot.interact(() -> robot.lookup("#remedy-accept").query().requestFocus());
    robot.push(KeyCode.SPACE);
    open.until(
        "the chain",
        () ->
            robot.lookup("#certificate .label").queryAllAs(Label.class).stream()
                .anyMatch(label -> label.getText().equals(fingerprint)));
    assertThat(accepted()).as("nothing yet").isEmpty();
    robot.clickOn("#certificate-accept");
    open.until("the file", () -> item().state() == ItemState.COMPLETE);
    assertThat(accepted())
        .containsExactly(
            new TrustedCertificate("127.0.0.1", lab.port(LabOrigin.HTTPS_EXPIRED), fingerprint));
    open.page("Security");
    robot.clickOn(".trusted-remove");
    open.until("to be taken back", () -> accepted().isEmpty());
    robot.push(KeyCode.ESCAPE);
  }
}
