package org.sluice.app.main;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.PickResult;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.sluice.app.command.Command;
import org.sluice.app.command.Shortcut;
import org.sluice.app.shell.Perspective;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/// Walks the registry of commands: each is given by its keys, and by the palette with keyboard and mouse,
/// and each is named by a test of what it does.
///
/// The commands are replaced by ones of the same words and keys that only note that they were given:
/// what they do is the matter of [CommandEffectsTest] and others.
@ExtendWith(ApplicationExtension.class)
class CommandRoutesTest {
  /// Stays what it is: by it the others are given.
  private static final String PALETTE = "app.palette";

  @TempDir static Path folder;

  private final FxRobot robot = new FxRobot();
  private final List<String> given = new ArrayList<>();
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
  void everyCommandIsGivenByItsKeys() {
    for (String perspective : perspectives()) {
      for (Command command : spied(perspective)) {
        for (Shortcut shortcut : command.shortcuts()) {
          press(shortcut);
          assertThat(given).as("%s by %s", command.id(), shortcut).containsExactly(command.id());
          given.clear();
        }
      }
    }
  }

  @Test
  void noKeyStandsForTwoCommands() {
    for (String perspective : perspectives()) {
      open.onFx(() -> shown(perspective));
      List<Shortcut> keys =
          open.window.shell().commands().all().stream()
              .flatMap(command -> command.shortcuts().stream())
              .toList();
      assertThat(keys).as(perspective).doesNotHaveDuplicates();
    }
  }

  @Test
  void everyCommandIsGivenByThePaletteWithTheKeyboard() {
    for (String perspective : perspectives()) {
      for (Command command : spied(perspective)) {
        open.onFx(
            () -> {
              key(scene().getRoot(), new Shortcut.Keys(KeyCode.K, true, false, false));
              seek(command);
              return key(scene().getFocusOwner(), enter());
            });
        assertThat(given).as(command.id()).containsExactly(command.id());
        given.clear();
      }
    }
  }

  @Test
  void everyCommandIsGivenByThePaletteWithTheMouse() {
    for (String perspective : perspectives()) {
      for (Command command : spied(perspective)) {
        open.onFx(
            () -> {
              click(robot.lookup("#app-palette").query());
              seek(command);
              return click(cell(command));
            });
        assertThat(given).as(command.id()).containsExactly(command.id());
        given.clear();
      }
    }
  }

  @Test
  void everyCommandIsNamedByATestOfWhatItDoes() throws IOException {
    Set<String> named = namedByTests();
    Set<String> unnamed = new TreeSet<>();
    for (String perspective : perspectives()) {
      open.onFx(() -> shown(perspective));
      for (Command command : open.window.shell().commands().all()) {
        if (!named.contains(command.id())) {
          unnamed.add(command.id());
        }
      }
    }
    assertThat(unnamed).as("commands that no test names").isEmpty();
  }

  @Test
  void aNameInACommentIsNoTest() {
    assertThat(
            TestCode.strings(
                """
                // "a.line"
                /* "a.block" */ run("a.code"); // it's "another"
                char quote = '"'; run("with \\" in it", "b.code");
                """))
        .containsExactly("a.code", "with \\\" in it", "b.code");
  }

  /// The strings in the code of all tests of commands; they are run in the folder of the module.
  private static Set<String> namedByTests() throws IOException {
    try (Stream<Path> files = Files.walk(Path.of("src/test/java"))) {
      Set<String> named = new TreeSet<>();
      for (Path file : files.filter(each -> each.toString().endsWith("Test.java")).toList()) {
        if (!file.endsWith("CommandRoutesTest.java")) {
          named.addAll(TestCode.strings(Files.readString(file)));
        }
      }
      return named;
    }
  }

  private List<String> perspectives() {
    return open.onFx(
        () ->
            open.window.shell().commands().all().stream()
                .map(Command::id)
                .filter(id -> id.startsWith("perspective."))
                .map(id -> id.substring("perspective.".length()))
                .toList());
  }

  private Perspective shown(String perspective) {
    if (!open.window.shell().current().id().equals(perspective)) {
      open.window.shell().show(perspective);
    }
    return open.window.shell().current();
  }

  /// Shows a perspective whose commands, and those of the program, only note that they were given.
  private List<Command> spied(String perspective) {
    return open.onFx(
        () -> {
          var commands = open.window.shell().commands();
          commands.here(() -> open.window.shell().current().commands());
          shown(perspective);
          List<Command> spies =
              commands.all().stream()
                  .filter(command -> !command.id().equals(PALETTE))
                  .map(this::spy)
                  .toList();
          commands.here(() -> spies);
          return spies;
        });
  }

  private Command spy(Command command) {
    return new Command(
        command.id(),
        command.group(),
        command.words(),
        command.icon(),
        command.shortcuts(),
        Command.ALWAYS,
        () -> given.add(command.id()));
  }

  private void press(Shortcut shortcut) {
    open.onFx(
        () -> {
          Node neutral = open.window.scene().getRoot();
          neutral.requestFocus();
          switch (shortcut) {
            case Shortcut.Keys keys -> key(neutral, keys);
            case Shortcut.Typed typed ->
                fire(
                    neutral,
                    KeyEvent.KEY_TYPED,
                    typed.character(),
                    new Shortcut.Keys(KeyCode.UNDEFINED, false, false, false));
          }
          return true;
        });
  }

  private Scene scene() {
    return open.window.scene();
  }

  private static Shortcut.Keys enter() {
    return new Shortcut.Keys(KeyCode.ENTER, false, false, false);
  }

  private static boolean key(Node node, Shortcut.Keys keys) {
    fire(node, KeyEvent.KEY_PRESSED, "", keys);
    fire(node, KeyEvent.KEY_RELEASED, "", keys);
    return true;
  }

  /// As a mouse does it, without the time that it takes: there are many commands.
  private static boolean click(Node node) {
    Bounds at = node.localToScreen(node.getBoundsInLocal());
    for (EventType<MouseEvent> type :
        List.of(MouseEvent.MOUSE_PRESSED, MouseEvent.MOUSE_RELEASED, MouseEvent.MOUSE_CLICKED)) {
      PickResult pick = new PickResult(node, 4, 4);
      Event.fireEvent(
          node,
          new MouseEvent(
              type,
              4,
              4,
              at.getMinX() + 4,
              at.getMinY() + 4,
              MouseButton.PRIMARY,
              1,
              false,
              false,
              false,
              false,
              type == MouseEvent.MOUSE_PRESSED,
              false,
              false,
              true,
              false,
              true,
              pick));
    }
    if (node instanceof ButtonBase button) {
      button.fire(); // it is not armed without a pointer over it
    }
    return true;
  }

  private static void fire(
      Node node, EventType<KeyEvent> type, String character, Shortcut.Keys keys) {
    Event.fireEvent(
        node,
        new KeyEvent(
            type, character, "", keys.code(), keys.shift(), keys.ctrl(), keys.alt(), false));
  }

  /// Types its words into the palette and goes to its line.
  private void seek(Command command) {
    scene().getRoot().applyCss();
    scene().getRoot().layout();
    ((TextInputControl) scene().lookup("#palette-field")).setText(command.words());
    ListView<?> list = (ListView<?>) scene().lookup("#palette-list");
    int at = list.getItems().indexOf(command);
    assertThat(at).as("%s in the palette", command.id()).isNotNegative();
    list.getSelectionModel().select(at);
    list.scrollTo(at);
    scene().getRoot().applyCss();
    scene().getRoot().layout();
  }

  private Node cell(Command command) {
    return scene().getRoot().lookupAll(".palette-cell").stream()
        .filter(is(command))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no line for " + command.id()));
  }

  /// The spy, not the command that it stands for.
  private static java.util.function.Predicate<Node> is(Command command) {
    return node ->
        node instanceof ListCell<?> cell
            && cell.getItem() instanceof Command shown
            && shown.equals(command)
            && cell.isVisible();
  }
}
