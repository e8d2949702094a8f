package org.sluice.app.main;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/// The columns of the downloads without a mouse: shown, moved, made wider, sorted by, and kept.
@ExtendWith(ApplicationExtension.class)
class ColumnKeysTest {
  @TempDir static Path folder;

  private final FxRobot robot = new FxRobot();
  private OpenWindow open;

  @Start
  void start(Stage stage) throws IOException {
    open = new OpenWindow(stage, Files.createTempDirectory(folder, "w"), () -> {}, "downloads");
  }

  @AfterEach
  void end() {
    open.close();
  }

  @Test
  void columnsAreShownMovedWidenedAndSortedByKeys() {
    assertThat(ids().indexOf("column-progress")).isEqualTo(1);
    robot.push(KeyCode.CONTROL, KeyCode.K);
    robot.write("columns", 0).push(KeyCode.ENTER);
    open.until("the dialog", () -> robot.lookup("#columns").tryQuery().isPresent());

    robot.push(KeyCode.DOWN); // from the name to the progress
    robot.push(KeyCode.ALT, KeyCode.DOWN);
    open.until("moved", () -> ids().indexOf("column-progress") == 2);
    double before = open.onFx(() -> column("column-progress").getWidth());
    robot.push(KeyCode.ALT, KeyCode.LEFT).push(KeyCode.ALT, KeyCode.LEFT);
    open.until("narrower", () -> column("column-progress").getWidth() < before - 20);
    robot.push(KeyCode.ALT, KeyCode.RIGHT);
    robot.push(KeyCode.ALT, KeyCode.S);
    open.until("sorted", () -> sortedBy("column-progress", TableColumn.SortType.ASCENDING));
    robot.push(KeyCode.ALT, KeyCode.S);
    open.until("the other way", () -> sortedBy("column-progress", TableColumn.SortType.DESCENDING));
    robot.push(KeyCode.SPACE);
    open.until("hidden", () -> !column("column-progress").isVisible());
    robot.push(KeyCode.SPACE);
    open.until("shown", () -> column("column-progress").isVisible());
    robot.push(KeyCode.CONTROL, KeyCode.ENTER);
    open.until("closed", () -> robot.lookup("#columns").tryQuery().isEmpty());
    assertThat(open.onFx(() -> open.window.shell().remember()).get("downloads.columns"))
        .startsWith("name,size,progress");
  }

  @Test
  void whatIsRememberedOfThemComesBack() {
    List<String> before = ids();
    Map<String, String> usual = open.onFx(() -> open.window.shell().remember());
    Map<String, String> kept = new HashMap<>(usual);
    kept.put("downloads.columns", "progress,name,size");
    kept.put("downloads.width.progress", "321");
    kept.put("downloads.width.size", "wide");
    kept.put("downloads.column.eta", "false");
    kept.put("downloads.sort", "size,down");
    double size = open.onFx(() -> column("column-size").getWidth());
    restore(kept);
    assertThat(ids())
        .startsWith("column-progress", "column-name", "column-size")
        .as("none is lost")
        .hasSize(before.size());
    assertThat(open.onFx(() -> column("column-progress").getPrefWidth())).isEqualTo(321);
    assertThat(open.onFx(() -> column("column-size").getWidth()))
        .as("a width that is none")
        .isEqualTo(size);
    assertThat(open.onFx(() -> column("column-eta").isVisible())).isFalse();
    assertThat(open.onFx(() -> sortedBy("column-size", TableColumn.SortType.DESCENDING))).isTrue();
    open.drawn();
    Map<String, String> now = open.onFx(() -> open.window.shell().remember());
    assertThat(now)
        .containsEntry("downloads.width.progress", "321")
        .containsEntry("downloads.column.eta", "false")
        .containsEntry("downloads.sort", "size,down");
    assertThat(now.get("downloads.columns")).startsWith("progress,name,size,");
  }

  private void restore(Map<String, String> memory) {
    open.onFx(
        () -> {
          open.window.shell().restore(memory, "downloads");
          return true;
        });
  }

  private boolean sortedBy(String id, TableColumn.SortType type) {
    return table().getSortOrder().getFirst().getId().equals(id) && column(id).getSortType() == type;
  }

  private TableColumn<?, ?> column(String id) {
    return table().getColumns().stream()
        .filter(each -> id.equals(each.getId()))
        .findFirst()
        .orElseThrow();
  }

  private List<String> ids() {
    return open.onFx(() -> table().getColumns().stream().map(TableColumn::getId).toList());
  }

  private TableView<?> table() {
    return robot.lookup("#downloads").queryAs(TableView.class);
  }
}
