package org.sluice.app.monitor;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Separator;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.stage.DirectoryChooser;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignD;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;
import org.sluice.app.fx.Direction;
import org.sluice.app.fx.Messages;

/// Adds a URL; pauses, resumes and removes the selected transfer.
final class MonitorToolbar extends HBox {
  private final MonitorViewModel model;
  private final TextField url = new TextField();

  MonitorToolbar(MonitorViewModel model) {
    this.model = model;
    getStyleClass().add("toolbar");
    setAlignment(Pos.CENTER_LEFT);

    Direction.leftToRight(url).setId("url");
    url.setPromptText(Messages.text("url.prompt"));
    url.setAccessibleText(Messages.text("url.accessible"));
    url.setPrefWidth(420);
    url.setMinWidth(160);
    url.setMaxWidth(560);
    HBox.setHgrow(url, Priority.ALWAYS);
    url.setOnAction(_ -> add());
    url.textProperty().subscribe(_ -> model.forgiveUrl());
    Button add = new Button(Messages.text("action.add"), new FontIcon(MaterialDesignP.PLUS));
    add.setId("add");
    add.getStyleClass().add("accent");
    add.setOnAction(_ -> add());

    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    getChildren()
        .addAll(
            url,
            add,
            folderButton(),
            bar(),
            command("pause", MaterialDesignP.PAUSE, model::pauseSelected, can(Command.PAUSE)),
            command("resume", MaterialDesignP.PLAY, model::resumeSelected, can(Command.RESUME)),
            command(
                "remove",
                MaterialDesignD.DELETE_OUTLINE,
                model::removeSelected,
                can(Command.REMOVE)),
            space);
  }

  /// Puts the caret into the URL field.
  void focusUrl() {
    url.requestFocus();
    url.selectAll();
  }

  private enum Command {
    PAUSE,
    RESUME,
    REMOVE
  }

  private void add() {
    if (model.addTyped(url.getText())) {
      url.clear();
    }
  }

  private BooleanBinding can(Command command) {
    ObservableValue<Phase> phase =
        model.selectedProperty().flatMap(row -> row == null ? null : model.phaseOf(row));
    return Bindings.createBooleanBinding(
        () -> {
          Phase now = phase.getValue();
          return now != null
              && switch (command) {
                case PAUSE -> now.canPause();
                case RESUME -> now.canResume();
                case REMOVE -> true;
              };
        },
        phase);
  }

  private static Button command(String key, Ikon icon, Runnable action, BooleanBinding possible) {
    Button button = new Button(Messages.text("action." + key), new FontIcon(icon));
    button.setId(key);
    button.getStyleClass().add("flat");
    button.setMinWidth(USE_PREF_SIZE);
    button.setTooltip(new Tooltip(Messages.text("action." + key + ".tip")));
    button.setOnAction(_ -> action.run());
    button.disableProperty().bind(possible.not());
    return button;
  }

  private Button folderButton() {
    Button button = new Button("", new FontIcon(MaterialDesignF.FOLDER_OUTLINE));
    button.setId("folder");
    button.getStyleClass().add("flat");
    button.setMaxWidth(180);
    button.setMinWidth(60);
    Tooltip tip = new Tooltip();
    button.setTooltip(tip);
    model
        .folderProperty()
        .subscribe(
            folder -> {
              Path name = folder.getFileName();
              button.setText(name == null ? folder.toString() : name.toString());
              tip.setText(Messages.text("action.folder.tip", folder.toString()));
              button.setAccessibleText(tip.getText());
            });
    button.setOnAction(_ -> chooseFolder());
    return button;
  }

  private void chooseFolder() {
    DirectoryChooser chooser = new DirectoryChooser();
    chooser.setTitle(Messages.text("folder.title"));
    Path now = model.folderProperty().get();
    if (Files.isDirectory(now)) {
      chooser.setInitialDirectory(now.toFile());
    }
    File chosen = chooser.showDialog(getScene().getWindow());
    if (chosen != null) {
      model.folderProperty().set(chosen.toPath());
    }
  }

  private static Separator bar() {
    Separator bar = new Separator(Orientation.VERTICAL);
    bar.getStyleClass().add("small");
    return bar;
  }
}
