package org.sluice.app.add;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import javafx.beans.binding.Bindings;
import javafx.geometry.HPos;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.stage.DirectoryChooser;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;
import org.sluice.app.downloads.DownloadsViewModel;
import org.sluice.app.fx.Direction;
import org.sluice.app.preferences.Category;

/// Where a download goes, under which name, and how it is fetched.
final class AddForm extends GridPane {
  private final AddViewModel model;
  private final DownloadsViewModel list;

  AddForm(AddViewModel model, DownloadsViewModel list) {
    super(14, 10);
    this.model = model;
    this.list = list;
    ColumnConstraints words = new ColumnConstraints();
    words.setMinWidth(ColumnConstraints.CONSTRAIN_TO_PREF);
    words.setHalignment(HPos.RIGHT);
    ColumnConstraints fields = new ColumnConstraints();
    fields.setHgrow(Priority.ALWAYS);
    getColumnConstraints().addAll(words, fields);
    addRow(0, AddNodes.label("folder"), folder());
    addRow(1, AddNodes.label("name"), name());
    add(taken(), 1, 2);
    addRow(3, AddNodes.label("segments"), new SegmentsRow(model));
    addRow(4, AddNodes.label("queue"), new QueueRow(model, list));
    addRow(5, AddNodes.label("checksum"), new ChecksumRow(model.checksum()));
  }

  private Node folder() {
    ComboBox<String> folder = new ComboBox<>();
    folder.setId("add-folder");
    folder.setEditable(true);
    folder.setAccessibleText(AddWords.text("folder"));
    Direction.leftToRight(folder.getEditor());
    Set<String> known = new TreeSet<>();
    known.add(list.folderFor(Category.OTHER).toString());
    for (Category category : list.categoriesProperty().get().all()) {
      known.add(list.folderFor(category).toString());
    }
    folder.getItems().setAll(known);
    folder.getEditor().textProperty().bindBidirectional(model.folderProperty());
    folder.setMaxWidth(Double.MAX_VALUE);
    Button browse = new Button(AddWords.text("browse"));
    browse.setId("add-browse");
    browse.setMinWidth(USE_PREF_SIZE);
    browse.setOnAction(_ -> browse());
    FontIcon icon = new FontIcon(MaterialDesignF.FOLDER_OUTLINE);
    icon.setMouseTransparent(true);
    folder.getStyleClass().add("with-icon");
    StackPane field = new StackPane(folder, icon);
    StackPane.setAlignment(icon, Pos.CENTER_LEFT);
    StackPane.setMargin(icon, new Insets(0, 0, 0, 11));
    HBox.setHgrow(field, Priority.ALWAYS);
    return new HBox(8, field, browse);
  }

  private void browse() {
    DirectoryChooser chooser = new DirectoryChooser();
    chooser.setTitle(AddWords.text("folder"));
    Path now = Path.of(model.folderProperty().get());
    for (Path each = now; each != null; each = each.getParent()) {
      if (Files.isDirectory(each)) {
        chooser.setInitialDirectory(each.toFile());
        break;
      }
    }
    File chosen = chooser.showDialog(getScene().getWindow());
    if (chosen != null) {
      model.folderProperty().set(chosen.getPath());
    }
  }

  private Node name() {
    TextField name = new TextField();
    name.setId("add-name");
    name.setAccessibleText(AddWords.text("name"));
    name.textProperty().bindBidirectional(model.nameProperty());
    name.setPromptText(AddWords.text("name.several"));
    name.disableProperty().bind(Bindings.size(model.links()).greaterThan(1));
    return name;
  }

  private Node taken() {
    Label words = AddNodes.warning("add-taken", false);
    Hyperlink replace = new Hyperlink();
    replace.setId("add-replace");
    replace.setOnAction(_ -> model.replaceProperty().set(!model.replaceProperty().get()));
    HBox row = new HBox(8, words, replace);
    row.setAlignment(Pos.CENTER_LEFT);
    HBox.setHgrow(words, Priority.ALWAYS);
    AddNodes.visible(words, true);
    words.setMaxWidth(Double.MAX_VALUE);
    replace.setMinWidth(USE_PREF_SIZE);
    Runnable show =
        () -> {
          String file = model.takenProperty().get();
          boolean over = model.replaceProperty().get();
          AddNodes.visible(row, !file.isEmpty());
          words.setText(AddWords.text(over ? "taken.replace" : "taken"));
          replace.setText(AddWords.text(over ? "taken.keep" : "taken.replaceInstead"));
        };
    model.takenProperty().subscribe(show);
    model.replaceProperty().subscribe(show);
    show.run();
    return row;
  }
}
