package org.sluice.app.main;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.sluice.app.command.Command;
import org.sluice.app.command.Shortcut;
import org.sluice.app.fx.Messages;
import org.testfx.framework.junit5.Start;

/// Keys that hold in the whole window: menus, dividers, adding, and the list of all keys.
class ShellKeysTest extends FreshWindow {
  @Start
  void start(Stage stage) throws IOException {
    open(stage);
  }

  @Test
  void theMenuOfTheSelectedDownloadIsOpenedAndUsedByKeys() {
    open.add(lab.http("/throttled?size=400m&rate=300k"));
    open.until("a row", () -> !downloads().getItems().isEmpty());
    open.onFx(
        () -> {
          downloads().getSelectionModel().select(0);
          downloads().requestFocus();
          return true;
        });
    robot.push(KeyCode.SHIFT, KeyCode.F10);
    open.until("its menu", () -> !popups().isEmpty());
    robot.push(KeyCode.ESCAPE);
    open.until("no menu", () -> popups().isEmpty());
  }

  @Test
  void theMenuOfAQueueInTheSideBarIsOpenedByKeys() {
    ListView<?> side = robot.lookup("#filters").queryAs(ListView.class);
    open.until("the queue", () -> side.getItems().toString().contains("main"));
    open.onFx(
        () -> {
          side.requestFocus();
          side.getSelectionModel().selectLast();
          return true;
        });
    robot.push(KeyCode.SHIFT, KeyCode.F10);
    open.until("its menu", () -> !popups().isEmpty());
  }

  @Test
  void dividersAreMovedByKeys() {
    open.add(lab.http("/100k"));
    open.until("a row", () -> !downloads().getItems().isEmpty());
    focus("#filters");
    SplitPane across = split("#filters");
    open.until(
        "the dividers to stand where they are put at the start",
        () -> !SplitPane.isResizableWithParent(across.getItems().getFirst()));
    moves(across, KeyCode.RIGHT, 1);
    moves(across, KeyCode.LEFT, -1);
    focus("#downloads");
    SplitPane down = split("#downloads");
    assertThat(down).isNotSameAs(across);
    moves(down, KeyCode.UP, -1);
    moves(down, KeyCode.DOWN, 1);
  }

  private void moves(SplitPane pane, KeyCode key, int way) {
    double before = open.onFx(() -> pane.getDividerPositions()[0]);
    robot.push(KeyCode.ALT, KeyCode.SHIFT, key);
    open.until(
        "a divider moved by " + key, () -> (pane.getDividerPositions()[0] - before) * way > 0.01);
  }

  private SplitPane split(String inside) {
    return open.onFx(
        () -> {
          Node node = robot.lookup(inside).query();
          while (!(node instanceof SplitPane pane)) {
            node = node.getParent();
          }
          return pane;
        });
  }

  @Test
  void downloadsAreAddedAndLimitedInEveryPerspective() {
    for (KeyCode perspective : List.of(KeyCode.DIGIT1, KeyCode.DIGIT2, KeyCode.DIGIT3)) {
      robot.push(KeyCode.CONTROL, perspective);
      robot.push(KeyCode.CONTROL, KeyCode.N);
      open.until("the dialog in " + perspective, () -> there("#add-text"));
      robot.push(KeyCode.ESCAPE);
      open.until("it is closed", () -> !there("#add-text"));
      robot.push(KeyCode.CONTROL, KeyCode.L);
      open.until("the limit in " + perspective, () -> there("#limit-number"));
      robot.push(KeyCode.ESCAPE);
      open.until("it is closed", () -> !there("#limit-number"));
    }
  }

  @Test
  void escTakesBackTheFilterAndTheSelectionOfTheMonitor() {
    open.add(lab.http("/throttled?size=400m&rate=300k"));
    robot.push(KeyCode.CONTROL, KeyCode.DIGIT2);
    open.until("a socket", () -> there("#sockets") && !open.model.sockets().rows().isEmpty());
    robot.push(KeyCode.CONTROL, KeyCode.F);
    robot.write("127", 0);
    TextField filter = robot.lookup("#filter").queryAs(TextField.class);
    open.until("typed", () -> filter.getText().equals("127"));
    robot.push(KeyCode.ESCAPE);
    open.until("cleared", () -> filter.getText().isEmpty());
    open.onFx(
        () -> {
          open.model.selectedProperty().set(open.model.transfers().rows().getFirst());
          return true;
        });
    robot.push(KeyCode.ESCAPE);
    open.until("nothing is selected", () -> open.model.selectedProperty().get() == null);
  }

  @Test
  void theSheetShowsEveryKeyOfAllPerspectives() {
    Set<String> wanted = new TreeSet<>();
    for (KeyCode perspective : List.of(KeyCode.DIGIT1, KeyCode.DIGIT2, KeyCode.DIGIT3)) {
      robot.push(KeyCode.CONTROL, perspective);
      open.onFx(
          () -> {
            for (Command command : open.window.shell().commands().all()) {
              for (Shortcut shortcut : command.shortcuts()) {
                wanted.add(command.words() + " " + shortcut.text());
              }
            }
            return true;
          });
    }
    robot.push(KeyCode.F1);
    open.until("the sheet", () -> there("#shortcuts"));
    Set<String> shown =
        open.onFx(
            () ->
                robot.lookup("#shortcuts .key-cap").queryAllAs(Label.class).stream()
                    .map(
                        cap ->
                            ((Label) cap.getParent().getChildrenUnmodifiable().getFirst()).getText()
                                + " "
                                + cap.getText())
                    .collect(Collectors.toSet()));
    assertThat(shown).containsAll(wanted);
    assertThat(shown)
        .anyMatch(row -> row.contains(Messages.text("key.CONTROL")) && row.contains("dialog"));
  }

  private boolean there(String id) {
    return robot.lookup(id).tryQuery().isPresent();
  }

  private void focus(String id) {
    open.onFx(
        () -> {
          robot.lookup(id).query().requestFocus();
          return true;
        });
  }

  private TableView<?> downloads() {
    return robot.lookup("#downloads").queryAs(TableView.class);
  }
}
