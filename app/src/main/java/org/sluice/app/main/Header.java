package org.sluice.app.main;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;
import org.kordamp.ikonli.materialdesign2.MaterialDesignS;
import org.kordamp.ikonli.materialdesign2.MaterialDesignT;
import org.sluice.app.fx.Messages;
import org.sluice.icons.AppIcon;

/// The first row of the window: name, perspectives, theme.
final class Header extends StackPane {
  Header(Runnable switchTheme) {
    getStyleClass().add("header");
    BorderPane sides = new BorderPane();
    sides.setLeft(brand());
    sides.setRight(themeButton(switchTheme));
    HBox perspectives =
        new HBox(
            later("downloads", MaterialDesignT.TRAY_ARROW_DOWN),
            monitor(),
            later("learn", MaterialDesignS.SCHOOL_OUTLINE));
    perspectives.getStyleClass().add("perspective-switch");
    perspectives.setMaxWidth(USE_PREF_SIZE);
    perspectives.setPickOnBounds(false);
    getChildren().addAll(sides, perspectives);
  }

  private static Label brand() {
    ImageView icon = new ImageView(new Image(AppIcon.png(48).toExternalForm()));
    icon.setFitWidth(22);
    icon.setFitHeight(22);
    icon.setSmooth(true);
    Label brand = new Label(Messages.text("app.title"), icon);
    brand.getStyleClass().add("brand");
    brand.setMaxHeight(Double.MAX_VALUE);
    return brand;
  }

  private static Button themeButton(Runnable switchTheme) {
    Button button = new Button("", new FontIcon(MaterialDesignT.THEME_LIGHT_DARK));
    button.setId("theme");
    button.getStyleClass().addAll("flat", "button-icon", "icon-button");
    button.setTooltip(new Tooltip(Messages.text("theme.tip")));
    button.setAccessibleText(Messages.text("theme.accessible"));
    button.setOnAction(_ -> switchTheme.run());
    BorderPane.setAlignment(button, Pos.CENTER);
    return button;
  }

  private static ToggleButton monitor() {
    ToggleButton button = toggle("monitor", MaterialDesignP.PULSE);
    button.setSelected(true);
    button.setOnAction(_ -> button.setSelected(true));
    return button;
  }

  /// A disabled button gets no tooltip of its own: the pane around it has it.
  private static StackPane later(String key, Ikon icon) {
    ToggleButton button = toggle(key, icon);
    button.setDisable(true);
    StackPane holder = new StackPane(button);
    Tooltip.install(holder, new Tooltip(Messages.text("perspective.later")));
    return holder;
  }

  private static ToggleButton toggle(String key, Ikon icon) {
    ToggleButton button = new ToggleButton(Messages.text("perspective." + key), new FontIcon(icon));
    button.setId("perspective-" + key);
    button.setMinWidth(USE_PREF_SIZE);
    return button;
  }
}
