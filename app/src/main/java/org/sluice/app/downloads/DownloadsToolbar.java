package org.sluice.app.downloads;

import java.time.Clock;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Separator;
import javafx.scene.control.SplitMenuButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.text.Text;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignM;
import org.sluice.app.command.Command;
import org.sluice.app.command.CommandNodes;
import org.sluice.app.fx.SpareWords;

/// Adds, resumes, pauses, removes, limits; and the field by which downloads are found.
final class DownloadsToolbar extends HBox {
  private static final double LEAST = 480;
  private static final double LEAST_SEARCH = 140;

  /// Icon and padding beside what stands in the search field while nothing is typed.
  private static final double AROUND_PROMPT = 56;

  private final atlantafx.base.controls.CustomTextField search =
      new atlantafx.base.controls.CustomTextField();

  /// A narrower search field has no room for its key.
  private static final double KEYS_FROM = 190;

  /// In a narrower window the search field is worth more; its key and its menu item stay.
  private static final double DETAILS_FROM = 740;

  /// In this order they give up their word where there is not room for all; icon and tooltip stay.
  private final List<Button> spare;

  DownloadsToolbar(
      DownloadsViewModel model, DownloadsCommands commands, DownloadsActions actions, Clock clock) {
    getStyleClass().addAll("toolbar", "downloads-toolbar");
    setAlignment(Pos.CENTER_LEFT);
    search.setId("search");
    search.setPromptText(DownloadsWords.text("search.prompt"));
    search.setAccessibleText(DownloadsWords.text("search.prompt"));
    search.setLeft(new FontIcon(MaterialDesignM.MAGNIFY));
    Label keys = new Label(commands.get("filter").keys());
    keys.getStyleClass().add("key-cap");
    search.setRight(keys);
    keys.managedProperty().bind(keys.visibleProperty());
    keys.visibleProperty()
        .bind(search.widthProperty().greaterThan(KEYS_FROM)); // else over the words
    search.setPrefWidth(248);
    search.textProperty().bindBidirectional(model.searchProperty());
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    Button monitor = CommandNodes.button(commands.get("monitor"));
    monitor.setText(DownloadsWords.text("toolbar.monitor"));
    Button paste = named(CommandNodes.button(commands.get("paste")), "toolbar.paste");
    Button resume = CommandNodes.button(commands.get("resume"));
    Button pause = CommandNodes.button(commands.get("pause"));
    Button remove = CommandNodes.button(commands.get("remove"));
    Button details = CommandNodes.iconButton(commands.get("details"));
    details.visibleProperty().bind(widthProperty().greaterThan(DETAILS_FROM));
    details.managedProperty().bind(details.visibleProperty());
    spare = List.of(monitor, paste, remove, pause, resume);
    widthProperty().subscribe(_ -> fit());
    sceneProperty().subscribe(_ -> fit());
    getChildren()
        .addAll(
            addButton(commands),
            paste,
            bar(),
            resume,
            pause,
            remove,
            bar(),
            new LimitMenu(model, commands, actions, clock),
            space,
            monitor,
            search,
            details);
  }

  private void fit() {
    search.setMinWidth(Math.max(LEAST_SEARCH, promptWidth() + AROUND_PROMPT));
    SpareWords.fit(this, spare, () -> super.computeMinWidth(-1));
  }

  private double promptWidth() {
    Text prompt = new Text(search.getPromptText());
    prompt.setFont(search.getFont());
    return prompt.getLayoutBounds().getWidth();
  }

  /// Words that do not fit are given up, so that they never make the window's content too wide.
  @Override
  protected double computeMinWidth(double height) {
    return Math.min(LEAST, super.computeMinWidth(height));
  }

  void focusSearch() {
    search.requestFocus();
    search.selectAll();
  }

  private static Button named(Button button, String key) {
    button.setText(DownloadsWords.text(key));
    return button;
  }

  private static SplitMenuButton addButton(DownloadsCommands commands) {
    Command add = commands.get("add");
    SplitMenuButton button = new SplitMenuButton();
    button.setId("downloads-add");
    button.setText(DownloadsWords.text("toolbar.add"));
    if (add.icon() != null) {
      button.setGraphic(new FontIcon(add.icon()));
    }
    button.getStyleClass().add("accent");
    button.setMinWidth(USE_PREF_SIZE);
    button.setTooltip(new Tooltip(add.tip()));
    button.setAccessibleText(add.words());
    button.setOnAction(_ -> add.run());
    for (String name : List.of("paste", "addFile", "import", "export", "clipboard")) {
      button.getItems().add(CommandNodes.menuItem(commands.get(name)));
    }
    button.disableProperty().bind(Bindings.not(add.enabled()));
    return button;
  }

  private static Separator bar() {
    Separator bar = new Separator(Orientation.VERTICAL);
    bar.getStyleClass().add("small");
    return bar;
  }
}
