package org.sluice.app.main;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Spinner;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.sluice.app.preferences.AllSettings;
import org.sluice.app.preferences.AllSettings.ProxyMode;
import org.sluice.app.preferences.Preferences;
import org.testfx.framework.junit5.Start;

/// What is typed into the preferences and makes no sense is refused with a sentence, and what holds is
/// shown.
class RefusedSettingsTest extends FreshWindow {
  @Start
  void start(Stage stage) throws IOException {
    open(stage);
  }

  private Preferences now() {
    return open.onFx(() -> open.workbench.preferences().now());
  }

  private void type(String id, String text) {
    TextField field = robot.lookup(id).query();
    robot.interact(
        () -> {
          field.requestFocus();
          field.setText(text);
        });
    robot.push(KeyCode.ENTER);
  }

  private void untilSaid(String words) {
    open.until(
        words,
        () ->
            robot.lookup(".setting-more").queryAllAs(Label.class).stream()
                .anyMatch(label -> label.getText().contains(words)));
  }

  @Test
  void aFolderThatIsNone() throws IOException {
    Path file = Files.createFile(own.resolve("file.txt"));
    open.page("General");
    String held = now().get(AllSettings.FOLDER);
    for (String[] one :
        new String[][] {
          {"", "A folder is needed. It is still " + held},
          {file.toString(), file + " is a file, no folder. It is still " + held},
          {"below/here", "\"below/here\" is not an absolute path"}
        }) {
      type("#setting-general-folder", one[0]);
      untilSaid(one[1]);
      assertThat(now().get(AllSettings.FOLDER)).isEqualTo(held);
    }
    String fresh = own.resolve("not yet there").toString();
    type("#setting-general-folder", fresh);
    open.until("a folder to be made", () -> now().get(AllSettings.FOLDER).equals(fresh));
  }

  @Test
  void authoritiesThatAreNone() throws IOException {
    Path text = Files.writeString(own.resolve("notes.txt"), "no certificate at all");
    open.page("Security");
    type("#setting-security-ca-file", own.resolve("gone.pem").toString());
    untilSaid("There is no file " + own.resolve("gone.pem") + ". It is still nothing.");
    type("#setting-security-ca-file", text.toString());
    untilSaid("There is no certificate in " + text);
    assertThat(now().get(AllSettings.CA_FILE)).isEmpty();
    Path pem = own.resolve("ca.pem");
    Files.writeString(pem, "-----BEGIN CERTIFICATE-----\nAA==\n-----END CERTIFICATE-----\n");
    type("#setting-security-ca-file", pem.toString());
    open.until("a file", () -> now().get(AllSettings.CA_FILE).equals(pem.toString()));
  }

  @Test
  void aNumberThatIsNoneGoesWithTheFocusAndItsSentenceStays() {
    open.page("Connections");
    Spinner<?> spinner = robot.lookup("#setting-connections-tries").query();
    open.retype(spinner.getEditor(), "many");
    robot.push(KeyCode.TAB);
    untilSaid("\"many\" is no whole number. It is still 0.");
    assertThat(open.onFx(() -> spinner.getEditor().getText())).isEqualTo("0");
  }

  @Test
  void aProxyThatIsNotNamedIsSaid() {
    open.page("Proxy");
    TextField address = robot.lookup("#setting-proxy-address").query();
    untilSaid("Counts with “This one” above.");
    assertThat(address.isDisabled()).isTrue();
    open.onFx(
        () -> {
          open.workbench.preferences().set(AllSettings.PROXY, ProxyMode.MANUAL);
          return true;
        });
    untilSaid("Without an address, servers are reached directly.");
    assertThat(address.isDisabled()).isFalse();
    type("#setting-proxy-address", "gopher://proxy.invalid");
    untilSaid("It is still nothing.");
    assertThat(now().get(AllSettings.PROXY_ADDRESS)).isEmpty();
    type("#setting-proxy-address", "http://proxy.invalid:3128");
    open.until("a proxy", () -> !now().get(AllSettings.PROXY_ADDRESS).isEmpty());
    assertThat(
            robot.lookup(".setting-more").queryAllAs(Label.class).stream()
                .filter(label -> label.getText().contains("Without an address")))
        .isEmpty();
  }

  @Test
  void aComplaintOfASpeedGoesWithWhatWasWrong() {
    open.page("Speed");
    ComboBox<?> box = robot.lookup("#speed-all").query();
    String held = open.onFx(() -> box.getEditor().getText());
    open.retype(box.getEditor(), "fast");
    robot.push(KeyCode.ENTER);
    open.until("the complaint", () -> complains());
    open.retype(box.getEditor(), held);
    robot.push(KeyCode.ENTER);
    open.until("no complaint any more", () -> !complains());
    assertThat(open.engine.list().speed().join().plan().limitBytesPerSecond()).isZero();
  }

  private boolean complains() {
    return robot.lookup(".complaint").queryAllAs(Label.class).stream()
        .anyMatch(label -> label.isVisible() && label.getText().contains("fast"));
  }
}
