package org.sluice.app.shell;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.geometry.Insets;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignK;
import org.kordamp.ikonli.materialdesign2.MaterialDesignM;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;
import org.kordamp.ikonli.materialdesign2.MaterialDesignT;
import org.sluice.app.command.Command;
import org.sluice.app.command.CommandKeys;
import org.sluice.app.command.CommandSet;
import org.sluice.app.command.Shortcut;
import org.sluice.app.fx.NoticeBar;
import org.sluice.app.fx.SharpScroll;

/// What stands around every perspective, and shows one of them.
///
/// **Threads**: JavaFX.
public final class Shell extends StackPane {
  private static final KeyCode[] DIGITS = {
    KeyCode.DIGIT1, KeyCode.DIGIT2, KeyCode.DIGIT3, KeyCode.DIGIT4
  };

  /// A perspective's toolbar and a gap: what is said for a while stands below.
  private static final double TOOLBAR = 56;

  private static final double EDGE = 16;

  private final List<Perspective> perspectives;
  private final CommandSet commands = new CommandSet();
  private final FocusRing ring = new FocusRing();
  private final DialogLayer dialogs = new DialogLayer(() -> current().shown(), ring::dialogOpened);
  private final Announcer announcer = new Announcer();
  private final ToastLayer toasts = new ToastLayer(announcer::say);
  private final BorderPane content = new BorderPane();

  /// The same place for each perspective, so that the keys come to it after the header and before the status bar.
  private final ScrollPane stage = new ScrollPane();

  private final Header header;
  private final Node statusBar;
  private final StringProperty notice = new SimpleStringProperty("");
  private final SimpleObjectProperty<@Nullable Consumer<String>> preferences =
      new SimpleObjectProperty<>();
  private final Map<String, Dividers> dividers = new HashMap<>();
  private Perspective current;

  /// @param perspectives in the order of their buttons; at least one
  /// @param statusBar the last row of the window
  /// @param switchTheme light becomes dark and dark light
  /// @param quit closes the window
  public Shell(
      List<Perspective> perspectives, Node statusBar, Runnable switchTheme, Runnable quit) {
    this.perspectives = List.copyOf(perspectives);
    this.statusBar = statusBar;
    this.current = perspectives.getFirst();
    getStyleClass().add("shell");
    getStylesheets().add(sheet());
    commands.here(this::here);
    List<Command> showing = showing();
    commands.add(showing);
    commands.add(ofTheProgram(switchTheme, quit));
    header = new Header(commands, this.perspectives, showing);
    VBox top =
        new VBox(
            header, new NoticeBar("notice", NoticeBar.Tone.WARNING, notice, () -> notice.set("")));
    content.setTop(top);
    SharpScroll.in(stage);
    stage.setFitToWidth(true); // it scrolls only where large text leaves too little room
    stage.setFitToHeight(true);
    stage.getStyleClass().addAll("edge-to-edge", "perspective-stage");
    FollowFocus.in(stage);
    content.setCenter(stage);
    content.setBottom(statusBar);
    StackPane.setAlignment(toasts, Pos.TOP_RIGHT);
    top.heightProperty() // a notice makes it higher
        .subscribe(
            height ->
                StackPane.setMargin(
                    toasts, new Insets(height.doubleValue() + TOOLBAR, EDGE, EDGE, EDGE)));
    getChildren().addAll(content, dialogs, toasts, announcer, ring);
    this.perspectives.forEach(each -> each.attached(this));
  }

  /// From now on keys give commands.
  public void listen(Scene scene) {
    CommandKeys.listen(scene, commands, dialogs::isOpen);
  }

  /// Gives every perspective what was remembered of it, and shows one.
  ///
  /// @param memory of all perspectives; empty at the first start
  /// @param shown its id; the first one if there is none of that name
  public void restore(Map<String, String> memory, String shown) {
    for (Perspective each : perspectives) {
      Map<String, String> own = ViewMemory.of(each.id(), memory);
      dividers.put(each.id(), new Dividers(each, own));
      each.restore(own);
    }
    put(
        perspectives.stream()
            .filter(each -> each.id().equals(shown))
            .findFirst()
            .orElse(perspectives.getFirst()));
  }

  /// What is to be remembered of all perspectives.
  public Map<String, String> remember() {
    Map<String, String> memory = new HashMap<>();
    for (Perspective each : perspectives) {
      Map<String, String> own = new HashMap<>(each.remember());
      own.putAll(of(each).remember());
      memory.putAll(ViewMemory.named(each.id(), own));
    }
    return memory;
  }

  public Perspective current() {
    return current;
  }

  /// Shows a perspective and puts the focus into it.
  ///
  /// @throws IllegalArgumentException if there is none of that name
  public void show(String id) {
    Perspective wanted =
        perspectives.stream()
            .filter(each -> each.id().equals(id))
            .findFirst()
            .orElseThrow(() -> new IllegalArgumentException("there is no perspective " + id));
    if (!wanted.equals(current)) {
      put(wanted);
    }
  }

  private void put(Perspective wanted) {
    current = wanted;
    header.show(wanted.id());
    stage.setContent(wanted.root());
    of(wanted).place();
    wanted.shown();
  }

  private Dividers of(Perspective perspective) {
    return dividers.computeIfAbsent(perspective.id(), _ -> new Dividers(perspective, Map.of()));
  }

  public CommandSet commands() {
    return commands;
  }

  public DialogLayer dialogs() {
    return dialogs;
  }

  public ToastLayer toasts() {
    return toasts;
  }

  /// Says something to who does not see the window; nothing moves by it.
  public void announce(String words) {
    announcer.say(words);
  }

  /// As [#announce], of what changes faster than it can be said: of a topic only the newest is.
  public void announce(String topic, String words) {
    announcer.say(topic, words);
  }

  /// Says something under the header, until it is taken away.
  public void notice(String words) {
    notice.set(words);
    announce(words);
  }

  /// From now on the button and the key open the preferences this way.
  ///
  /// @param open is told the key of the page; empty for any
  public void onPreferences(Consumer<String> open) {
    preferences.set(open);
  }

  /// Opens the preferences, if there are any.
  ///
  /// @param page its key; empty for any
  public void openPreferences(String page) {
    Consumer<String> open = preferences.get();
    if (open != null) {
      open.accept(page);
    }
  }

  /// Each pulse.
  public void pulse(long localNanos, boolean seen) {
    for (Perspective each : perspectives) {
      each.pulse(localNanos, seen && each.equals(current));
    }
  }

  /// Ten times a second.
  public void refresh(long localNanos, boolean seen) {
    of(current).settle();
    announcer.refresh(localNanos);
    for (Perspective each : perspectives) {
      each.refresh(localNanos, seen && each.equals(current));
    }
  }

  /// Those of the perspective that is shown, and what of the others can be done here too.
  private List<Command> here() {
    List<Command> here = new ArrayList<>(current.commands());
    Set<Shortcut> taken = new HashSet<>();
    here.forEach(command -> taken.addAll(command.shortcuts()));
    for (Perspective each : perspectives) {
      if (!each.equals(current)) {
        each.everywhere().stream()
            .filter(command -> Collections.disjoint(command.shortcuts(), taken))
            .forEach(here::add);
      }
    }
    return here;
  }

  /// Those that can be given now first, then those of the other perspectives.
  private List<Command> ofAll() {
    Map<String, Command> all = new LinkedHashMap<>();
    current.commands().forEach(command -> all.put(command.id(), command));
    perspectives.forEach(
        each -> each.commands().forEach(command -> all.putIfAbsent(command.id(), command)));
    commands.all().forEach(command -> all.putIfAbsent(command.id(), command));
    return List.copyOf(all.values());
  }

  private Command divider(String way, KeyCode key, Orientation along, boolean forward) {
    return Command.of(
            "app.divider." + way,
            ShellWords.text("group.app"),
            ShellWords.text("divider." + way),
            null,
            () -> DividerKeys.move(getScene().getFocusOwner(), along, forward))
        .on(Shortcut.altShift(key));
  }

  private List<Command> showing() {
    List<Command> showing = new ArrayList<>();
    for (Perspective each : perspectives) {
      Command show =
          Command.of(
              "perspective." + each.id(),
              ShellWords.text("group.app"),
              ShellWords.text("perspective.show", each.title()),
              each.icon(),
              () -> show(each.id()));
      showing.add(
          showing.size() < DIGITS.length ? show.on(Shortcut.ctrl(DIGITS[showing.size()])) : show);
    }
    return showing;
  }

  private List<Command> ofTheProgram(Runnable switchTheme, Runnable quit) {
    String group = ShellWords.text("group.app");
    return List.of(
        Command.of(
                "app.palette",
                group,
                ShellWords.text("palette.open"),
                MaterialDesignM.MAGNIFY,
                () -> CommandPalette.open(dialogs, commands))
            .on(Shortcut.ctrl(KeyCode.K)),
        Command.of(
                "app.theme",
                group,
                ShellWords.text("theme.switch"),
                MaterialDesignT.THEME_LIGHT_DARK,
                switchTheme)
            .on(Shortcut.ctrl(KeyCode.T)),
        Command.of(
                "app.preferences",
                group,
                ShellWords.text("preferences.open"),
                MaterialDesignC.COG_OUTLINE,
                () -> openPreferences(""))
            .on(Shortcut.ctrl(KeyCode.COMMA))
            .when(preferences.isNotNull()),
        Command.of(
                "app.shortcuts",
                group,
                ShellWords.text("shortcuts.open"),
                MaterialDesignK.KEYBOARD_OUTLINE,
                () -> ShortcutSheet.open(dialogs, ofAll()))
            .on(Shortcut.typed("?"), Shortcut.key(KeyCode.F1)),
        Command.of("app.pane.next", group, ShellWords.text("pane.next"), null, () -> step(true))
            .on(Shortcut.key(KeyCode.F6)),
        Command.of(
                "app.pane.previous",
                group,
                ShellWords.text("pane.previous"),
                null,
                () -> step(false))
            .on(Shortcut.shift(KeyCode.F6)),
        Command.of(
                "app.contextMenu",
                group,
                ShellWords.text("menu.of"),
                null,
                () -> MenuKey.press(getScene().getFocusOwner()))
            .on(Shortcut.shift(KeyCode.F10)),
        divider("left", KeyCode.LEFT, Orientation.HORIZONTAL, false),
        divider("right", KeyCode.RIGHT, Orientation.HORIZONTAL, true),
        divider("up", KeyCode.UP, Orientation.VERTICAL, false),
        divider("down", KeyCode.DOWN, Orientation.VERTICAL, true),
        Command.of("app.quit", group, ShellWords.text("quit"), MaterialDesignP.POWER, quit)
            .on(Shortcut.ctrl(KeyCode.Q)));
  }

  /// Header, what the perspective says, status bar, and notices as long as there are some.
  private void step(boolean forward) {
    List<Node> panes = new ArrayList<>();
    panes.add(header);
    panes.addAll(current.panes());
    panes.add(statusBar);
    panes.add(toasts);
    PaneOrder.step(getScene(), panes, forward);
  }

  private static String sheet() {
    return Objects.requireNonNull(Shell.class.getResource("shell.css")).toExternalForm();
  }
}
