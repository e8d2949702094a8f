package org.sluice.app.main;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.stage.PopupWindow;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.Test;
import org.sluice.app.fx.Theme;
import org.sluice.app.monitor.SocketRows;
import org.sluice.app.preferences.AllSettings;
import org.sluice.app.preferences.Preferences;
import org.sluice.engine.item.ItemState;
import org.testfx.framework.junit5.Start;

/// The main jobs of the window with keys alone, from where a user begins: no node is asked for the focus
/// here, it is come to by Tab and arrows.
class KeyboardOnlyTest extends FreshWindow {
  private static final int MOST_TABS = 120;

  @Start
  void start(Stage stage) throws IOException {
    open(stage);
  }

  @Test
  void aDownloadIsAddedPausedAndRemoved() throws IOException {
    robot.push(KeyCode.CONTROL, KeyCode.N);
    open.until("the dialog", () -> focusIs("add-text"));
    robot.write(lab.http("/throttled?size=40m&rate=300k").toString(), 0);
    to("add-name");
    to("add-segments-number");
    robot.push(KeyCode.DOWN);
    to("add-more");
    robot.push(KeyCode.SPACE);
    to("header-name");
    robot.write("X-Kind", 0);
    robot.push(KeyCode.TAB);
    robot.write("keys", 0);
    to("header-add");
    robot.push(KeyCode.SPACE);
    to("mirrors"); // and out of it again
    to("add-paused");
    back("mirrors");
    robot.push(KeyCode.CONTROL, KeyCode.ENTER);
    open.until("its row", () -> !open.workbench.downloads().rows().isEmpty());
    open.until("it works", () -> state() == ItemState.RUNNING);
    open.until("the table has the focus or can have it", () -> tabTo("downloads"));
    robot.push(KeyCode.DOWN).push(KeyCode.UP);
    robot.push(KeyCode.CONTROL, KeyCode.A);
    robot.push(KeyCode.SPACE);
    open.until("paused", () -> state() == ItemState.PAUSED);
    robot.push(KeyCode.SHIFT, KeyCode.DELETE);
    open.until("the question", () -> robot.lookup("#dialog-yes").tryQuery().isPresent());
    robot.push(KeyCode.ENTER); // whoever has not read loses nothing
    open.until("no question", () -> robot.lookup("#dialog-yes").tryQuery().isEmpty());
    assertThat(open.workbench.downloads().all()).hasSize(1);
    robot.push(KeyCode.SHIFT, KeyCode.DELETE);
    open.until("the question", () -> robot.lookup("#dialog-yes").tryQuery().isPresent());
    robot.push(KeyCode.TAB).push(KeyCode.SPACE);
    open.until("gone", () -> open.workbench.downloads().all().isEmpty());
  }

  private ItemState state() {
    return open.workbench.downloads().all().getFirst().item().state();
  }

  @Test
  void everyPageOfThePreferencesIsComeToAndSettingsOfEveryKindAreChanged() throws IOException {
    robot.push(KeyCode.CONTROL, KeyCode.COMMA);
    to("preferences-pages"); // General
    to("setting-general-notifications");
    robot.push(KeyCode.SPACE);
    open.until("a switch", () -> !kept().get(AllSettings.NOTIFICATIONS));
    page(1); // Categories
    to("category-add");
    robot.push(KeyCode.SPACE);
    robot.write("Fonts", 0).push(KeyCode.TAB);
    robot.write("ttf otf", 0).push(KeyCode.TAB);
    robot.write("Fonts", 0).push(KeyCode.ENTER);
    open.until("a category", () -> kept().get(AllSettings.CATEGORIES).text().contains("Fonts"));
    page(1); // Connections
    to("setting-connections-downloads-at-once");
    robot.push(KeyCode.UP);
    open.until("a number", () -> kept().get(AllSettings.AT_ONCE) == 6);
    page(1); // Speed
    to("hour-0");
    robot.push(KeyCode.SHIFT, KeyCode.RIGHT).push(KeyCode.SPACE);
    open.until("hours", () -> !open.engine.list().speed().join().plan().hours().isEmpty());
    page(1); // Queues
    to("queue-new");
    robot.push(KeyCode.SPACE);
    open.until("the dialog of a queue", () -> focusIs("queue-name"));
    robot.write("Night", 0).push(KeyCode.CONTROL, KeyCode.ENTER);
    open.until("a queue", () -> open.engine.list().queues().join().size() == 2);
    open.until("back to its button", () -> focusIs("queue-new"));
    page(1); // Proxy
    to("setting-proxy-no-proxy");
    robot.write("intern.example", 0).push(KeyCode.ENTER);
    open.until("words", () -> kept().get(AllSettings.NO_PROXY).contains("intern.example"));
    page(1); // Security
    to("setting-security-ca-file");
    page(1); // Appearance
    to("theme-light");
    robot.push(KeyCode.RIGHT);
    open.until("dark", () -> open.window.theme() == Theme.DARK);
    page(1); // Remote control
    robot.push(KeyCode.ESCAPE);
    open.until("closed", () -> robot.lookup("#preferences").tryQuery().isEmpty());
  }

  /// So many pages further down the list.
  private void page(int by) {
    to("preferences-pages");
    for (int i = 0; i < by; i++) {
      robot.push(KeyCode.DOWN);
    }
  }

  private Preferences kept() {
    try {
      return open.preferencesFile.load().preferences();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  @Test
  void theMonitorIsUsed() throws IOException {
    open.add(lab.http("/throttled?size=400m&rate=300k"));
    robot.push(KeyCode.CONTROL, KeyCode.DIGIT2);
    open.until("a socket", () -> !open.model.sockets().rows().isEmpty());
    to("freeze");
    robot.push(KeyCode.SPACE);
    open.until("frozen", () -> open.model.frozenProperty().get());
    robot.push(KeyCode.SPACE);
    open.until("it goes on", () -> !open.model.frozenProperty().get());
    to("group");
    robot.push(KeyCode.SPACE);
    open.until("its menu", KeyboardOnlyTest::isMenuOpen);
    robot.push(KeyCode.DOWN).push(KeyCode.DOWN).push(KeyCode.ENTER);
    open.until(
        "grouped", () -> open.model.sockets().groupingProperty().get() != SocketRows.Grouping.NONE);
    to("export");
    robot.push(KeyCode.SPACE);
    open.until("the exports", KeyboardOnlyTest::isMenuOpen);
    robot
        .push(KeyCode.UP)
        .push(KeyCode.ENTER); // the last one is a choice, which opens no dialog of the system
    to("record");
    robot.push(KeyCode.SPACE);
    open.until("a trace", () -> traces() == 1);
    robot.push(KeyCode.SPACE);
    to("link-selection");
    robot.push(KeyCode.SPACE);
    open.until("not linked", () -> !open.model.linkedProperty().get());
    to("timeline-as-list");
    robot.push(KeyCode.SPACE);
    open.until("the list", () -> open.visible("#event-list"));
    to("brush-whole");
    robot.push(KeyCode.LEFT);
    to("brush-from");
    robot.push(KeyCode.RIGHT);
    assertThat(open.onFx(() -> open.model.travel().window().spanNanos())).isPositive();
  }

  private long traces() {
    try (Stream<Path> files = Files.list(open.downloads)) {
      return files.filter(file -> file.toString().endsWith(".jsonl")).count();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  @Test
  void theLessonIsStepped() {
    robot.push(KeyCode.CONTROL, KeyCode.DIGIT3);
    open.until("the step", () -> focusIs("learn-step"));
    robot.push(KeyCode.SPACE);
    open.until("a step", () -> enabled("learn.restart"));
    robot.push(KeyCode.SPACE);
    open.until("a second", () -> enabled("learn.back"));
    robot.push(KeyCode.LEFT);
    to("pace-faster");
    robot.push(KeyCode.SPACE);
    assertThat(open.onFx(() -> robot.lookup("#pace-faster").<ToggleButton>query().isSelected()))
        .isTrue();
    to("code-java");
    robot.push(KeyCode.SPACE);
    open.until("Java", () -> robot.lookup("#code-java").<ToggleButton>query().isSelected());
    to("learn-case");
    robot.push(KeyCode.ENTER);
    open.until("the cases", KeyboardOnlyTest::isMenuOpen);
  }

  private boolean enabled(String command) {
    return open.window.shell().commands().get(command).isEnabled();
  }

  private static boolean isMenuOpen() {
    return Window.getWindows().stream()
        .anyMatch(window -> window instanceof PopupWindow && window.isShowing());
  }

  private boolean focusIs(String id) {
    Node owner = open.window.scene().getFocusOwner();
    return owner != null && id.equals(owner.getId());
  }

  /// Presses Tab until the focus is there.
  private void to(String id) {
    go(id, false);
  }

  private void back(String id) {
    go(id, true);
  }

  private void go(String id, boolean backwards) {
    assertThat(open.onFx(() -> tab(id, backwards))).as("Tab comes to " + id).isTrue();
  }

  private boolean tabTo(String id) {
    return tab(id, false);
  }

  private boolean tab(String id, boolean backwards) {
    for (int i = 0; i < MOST_TABS && !focusIs(id); i++) {
      Node owner = open.window.scene().getFocusOwner();
      Reach.tab(owner == null ? open.window.shell() : owner, backwards);
    }
    return focusIs(id);
  }
}
