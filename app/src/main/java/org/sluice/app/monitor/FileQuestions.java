package org.sluice.app.monitor;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.scene.Node;
import javafx.stage.FileChooser;
import org.jspecify.annotations.Nullable;

/// Asks for files with the dialogs of the platform.
final class FileQuestions implements MonitorFiles.Ask {
  private final Node owner;
  private final MonitorViewModel model;

  FileQuestions(Node owner, MonitorViewModel model) {
    this.owner = owner;
    this.model = model;
  }

  @Override
  public @Nullable Path save(String name, MonitorFiles.Format format) {
    FileChooser chooser = chooser(MonitorWords.text("export." + format));
    chooser.setInitialFileName(name);
    chooser
        .getExtensionFilters()
        .add(
            new FileChooser.ExtensionFilter(
                format.ending().toUpperCase(java.util.Locale.ROOT), "*." + format.ending()));
    return path(chooser.showSaveDialog(owner.getScene().getWindow()));
  }

  @Override
  public @Nullable Path open() {
    FileChooser chooser = chooser(MonitorWords.text("open"));
    chooser
        .getExtensionFilters()
        .add(new FileChooser.ExtensionFilter("JSON Lines", "*.jsonl", "*.json"));
    return path(chooser.showOpenDialog(owner.getScene().getWindow()));
  }

  private FileChooser chooser(String title) {
    FileChooser chooser = new FileChooser();
    chooser.setTitle(title);
    Path folder = model.wishes().folderProperty().get();
    if (Files.isDirectory(folder)) {
      chooser.setInitialDirectory(folder.toFile());
    }
    return chooser;
  }

  private static @Nullable Path path(@Nullable File file) {
    return file == null ? null : file.toPath();
  }
}
