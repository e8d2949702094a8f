package org.sluice.app.downloads;

import java.io.File;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import org.sluice.app.shell.Shell;
import org.sluice.app.words.Redaction;
import org.sluice.engine.item.ItemId;
import org.sluice.engine.item.StoredItem;

/// What comes from the clipboard and what goes there: links, and downloads as commands of curl.
///
/// **Threads**: JavaFX.
final class LinkClipboard {
  private final DownloadsViewModel model;
  private final Adding adding;
  private final Supplier<Shell> shell;
  private final ClipboardWatch watch = new ClipboardWatch();
  private final BooleanProperty watching = new SimpleBooleanProperty();

  /// @param shell asked when it is needed: there is none at the beginning
  LinkClipboard(DownloadsViewModel model, Adding adding, Supplier<Shell> shell) {
    this.model = model;
    this.adding = adding;
    this.shell = shell;
  }

  /// Offers to add what is there.
  void paste() {
    Clipboard clipboard = Clipboard.getSystemClipboard();
    List<File> files = clipboard.getFiles();
    if (files != null && !files.isEmpty()) {
      files.forEach(file -> adding.file(shell.get(), file.toPath()));
      return;
    }
    String text = clipboard.getString();
    if (text == null || text.isBlank()) {
      shell.get().toasts().say(DownloadsWords.text("paste.nothing"));
    } else {
      adding.open(shell.get(), text.strip());
    }
  }

  // ---- watching -------------------------------------------------------------------------------

  /// Whether links that are copied anywhere are offered here; off until the user wants it.
  BooleanProperty watchingProperty() {
    return watching;
  }

  void toggle() {
    watching.set(!watching.get());
    shell
        .get()
        .toasts()
        .say(DownloadsWords.text(watching.get() ? "clipboard.on" : "clipboard.off"));
  }

  /// Offers what was copied elsewhere, if the user wants that.
  void look() {
    if (!watching.get()) {
      watch.begin();
      return;
    }
    String links = watch.seen(Clipboard.getSystemClipboard().getString());
    if (links != null) {
      String words = links.lines().findFirst().orElse("");
      shell
          .get()
          .toasts()
          .say(
              DownloadsWords.text("clipboard.link", Redaction.of(words)),
              DownloadsWords.text("toolbar.add"),
              () -> adding.open(shell.get(), links));
    }
  }

  // ---- copying --------------------------------------------------------------------------------

  /// The addresses as they were given: what is copied is to be used.
  void copyLinks() {
    withSelected(
        items ->
            copy(
                items.stream()
                    .map(item -> item.request().sources().getFirst().url())
                    .collect(Collectors.joining("\n"))));
  }

  void copyCurl() {
    withSelected(
        items ->
            copy(
                items.stream()
                    .map(item -> CurlText.of(item.request(), name(item)))
                    .collect(Collectors.joining("\n"))));
  }

  private String name(StoredItem item) {
    DownloadRow row = model.find(item.id());
    return row == null ? "" : row.item().name();
  }

  /// The requests of the selected ones, in the order of the table.
  private void withSelected(Consumer<List<StoredItem>> then) {
    List<ItemId> ids =
        model.rows().stream().filter(model.selected()::contains).map(DownloadRow::id).toList();
    model.requests(
        items -> {
          Map<ItemId, StoredItem> known =
              items.stream().collect(Collectors.toMap(StoredItem::id, item -> item));
          then.accept(ids.stream().map(known::get).filter(Objects::nonNull).toList());
        });
  }

  private void copy(String text) {
    watch.own(text);
    Clipboard.getSystemClipboard().setContent(Map.of(DataFormat.PLAIN_TEXT, text));
    shell.get().toasts().say(DownloadsWords.text("copied"));
  }
}
