package org.sluice.app.preferences;

import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignB;
import org.sluice.app.preferences.AllSettings.ProxyMode;
import org.sluice.app.said.Said;

/// One setting: what it is, what it does, its value, and the way back to the value of the first start.
///
/// **Threads**: JavaFX.
final class SettingRow<T> extends HBox {
  private static final PseudoClass INVALID = PseudoClass.getPseudoClass("invalid");

  /// With less beside it, a title would be broken into syllables.
  private static final double ROOM_FOR_WORDS = 190;

  private final Setting<T> setting;
  private final PreferencesModel model;
  private final SettingControl<T> control;
  private final Label more = new Label();
  private final Button back = new Button("", new FontIcon(MaterialDesignB.BACKUP_RESTORE));
  private boolean showing;
  private boolean below;

  SettingRow(Setting<T> setting, PreferencesModel model) {
    this.setting = setting;
    this.model = model;
    getStyleClass().add("setting-row");
    setAlignment(Pos.CENTER_LEFT);
    control = SettingControl.of(setting, this::edited);
    Label title = new Label(PreferencesWords.title(setting));
    title.getStyleClass().add("setting-title");
    title.setWrapText(true);
    title.setLabelFor(control.focus());
    more.getStyleClass().add("setting-more");
    more.setWrapText(true);
    VBox words = new VBox(title, more);
    words.setAlignment(Pos.CENTER_LEFT);
    HBox.setHgrow(words, Priority.ALWAYS);
    String initial =
        PreferencesWords.text("back", PreferencesWords.value(setting, setting.initial()));
    back.getStyleClass().addAll("flat", "button-icon", "setting-back");
    back.setAccessibleText(initial);
    back.setTooltip(new Tooltip(initial));
    back.setOnAction(_ -> model.set(setting, setting.initial()));
    if (setting.kind() instanceof SettingKind.Categories
        || setting.equals(AllSettings.THEME)) { // they need the whole width
      HBox head = new HBox(words, back);
      head.setAlignment(Pos.CENTER_LEFT);
      VBox all = new VBox(10, head, control.node());
      HBox.setHgrow(all, Priority.ALWAYS);
      getChildren().add(all);
    } else {
      if (control.node() instanceof Region node && !(node instanceof ChoiceBar)) {
        node.setMinWidth(USE_PREF_SIZE); // long words wrap; they must not squeeze what is chosen
      }
      getChildren().addAll(words, back, control.node());
      if (control.node() instanceof ChoiceBar bar) {
        widthProperty().subscribe(_ -> arrange(words, bar));
      }
    }
    show();
  }

  /// A row of choices stands below its words where both have no room side by side.
  private void arrange(VBox words, ChoiceBar bar) {
    boolean wanted = getWidth() > 0 && getWidth() < bar.prefWidth(-1) + ROOM_FOR_WORDS;
    if (wanted == below) {
      return;
    }
    below = wanted;
    getChildren().clear();
    if (below) {
      HBox head = new HBox(words, back);
      head.setAlignment(Pos.CENTER_LEFT);
      VBox all = new VBox(10, head, new HBox(bar));
      HBox.setHgrow(all, Priority.ALWAYS);
      getChildren().add(all);
    } else {
      getChildren().addAll(words, back, bar);
    }
  }

  /// Shows what holds now.
  void show() {
    showing = true;
    control.show().accept(model.get(setting));
    showing = false;
    back.setVisible(!model.now().isInitial(setting));
    explain();
  }

  /// Says what it does, and whether it does that now.
  private void explain() {
    String does = PreferencesWords.more(setting);
    if (!setting.equals(AllSettings.PROXY_ADDRESS)) {
      say(does, false);
      return;
    }
    boolean counts = model.get(AllSettings.PROXY) == ProxyMode.MANUAL;
    control.node().setDisable(!counts);
    if (!counts) {
      String manual = PreferencesWords.value(AllSettings.PROXY, ProxyMode.MANUAL);
      say(PreferencesWords.text("proxy.address.unused", manual), false);
    } else if (model.get(AllSettings.PROXY_ADDRESS).isEmpty()) {
      say(PreferencesWords.text("proxy.address.missing") + " " + does, true);
    } else {
      say(does, false);
    }
  }

  private void edited(String text) {
    if (showing) {
      return;
    }
    try {
      T value = setting.kind().typed(text);
      explain();
      model.set(setting, value);
    } catch (IllegalArgumentException e) {
      String kept = PreferencesWords.value(setting, model.get(setting));
      say(PreferencesWords.text("refused", Said.of(e), kept), true);
    }
  }

  private void say(String words, boolean invalid) {
    more.setText(words);
    pseudoClassStateChanged(INVALID, invalid);
  }
}
