package org.sluice.app.downloads;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import javafx.stage.FileChooser;
import org.jspecify.annotations.Nullable;
import org.sluice.app.queues.QueueEditor;
import org.sluice.app.said.Said;
import org.sluice.app.shell.DialogBox;
import org.sluice.app.shell.LinkedSelection;
import org.sluice.app.shell.Shell;
import org.sluice.engine.download.ChangedFile;
import org.sluice.engine.error.CertificateProblem;
import org.sluice.engine.item.DownloadRequest;
import org.sluice.engine.item.ItemId;
import org.sluice.engine.item.StoredItem;
import org.sluice.engine.queue.QueueOrder;
import org.sluice.engine.request.TrustedCertificate;

/// What the commands of this perspective do, with the dialogs that they need.
///
/// **Threads**: JavaFX.
final class DownloadsActions {
  private final DownloadsViewModel model;
  private final LinkedSelection selection;
  private final Adding adding;
  private final BooleanProperty watchClipboard = new SimpleBooleanProperty();
  private @Nullable Shell shell;

  DownloadsActions(DownloadsViewModel model, LinkedSelection selection, Adding adding) {
    this.model = model;
    this.selection = selection;
    this.adding = adding;
  }

  void attach(Shell to) {
    shell = to;
  }

  private Shell shell() {
    if (shell == null) {
      throw new IllegalStateException("there is no shell yet");
    }
    return shell;
  }

  // ---- adding ---------------------------------------------------------------------------------

  void add() {
    adding.open(shell(), "");
  }

  void add(String text) {
    adding.open(shell(), text);
  }

  void addFile(Path file) {
    adding.file(shell(), file);
  }

  void paste() {
    Clipboard clipboard = Clipboard.getSystemClipboard();
    List<File> files = clipboard.getFiles();
    if (files != null && !files.isEmpty()) {
      files.forEach(file -> addFile(file.toPath()));
      return;
    }
    String text = clipboard.getString();
    if (text == null || text.isBlank()) {
      shell().toasts().say(DownloadsWords.text("paste.nothing"));
    } else {
      add(text.strip());
    }
  }

  void chooseFiles() {
    FileChooser chooser = new FileChooser();
    chooser.setTitle(DownloadsWords.text("command.addFile"));
    chooser
        .getExtensionFilters()
        .addAll(
            new FileChooser.ExtensionFilter(
                DownloadsWords.text("file.links"), "*.meta4", "*.metalink", "*.txt"),
            new FileChooser.ExtensionFilter(DownloadsWords.text("file.all"), "*"));
    List<File> files = chooser.showOpenMultipleDialog(shell().getScene().getWindow());
    if (files != null) {
      files.forEach(file -> addFile(file.toPath()));
    }
  }

  /// Whether links that are copied anywhere are offered here; off until the user wants it.
  BooleanProperty watchClipboardProperty() {
    return watchClipboard;
  }

  void toggleClipboard() {
    watchClipboard.set(!watchClipboard.get());
    shell()
        .toasts()
        .say(DownloadsWords.text(watchClipboard.get() ? "clipboard.on" : "clipboard.off"));
  }

  // ---- the selected ones ----------------------------------------------------------------------

  private List<DownloadRow> selected() {
    return List.copyOf(model.selected());
  }

  void pause() {
    model.pause(selected());
  }

  void resume() {
    model.resume(selected());
  }

  void pauseAll() {
    model.pause(model.all());
  }

  void resumeAll() {
    model.resume(model.all());
  }

  void toggle() {
    model.toggle(selected());
  }

  void remove() {
    List<DownloadRow> which = selected();
    String words = DownloadsWords.text("removed", which.size(), which.getFirst().item().name());
    Set<ItemId> ids = model.remove(which);
    shell().toasts().say(words, DownloadsWords.text("removed.undo"), () -> model.undoRemove(ids));
  }

  void removeFromDisk() {
    List<DownloadRow> which = selected();
    String words = DownloadsWords.text("delete", which.size(), which.getFirst().item().name());
    DialogBox.ask(
        shell().dialogs(),
        DownloadsWords.text("delete.title"),
        words,
        DownloadsWords.text("dialog.cancel"),
        DownloadsWords.text("delete.yes"),
        true,
        () -> model.removeFromDisk(which));
  }

  void restart() {
    List<DownloadRow> which = selected();
    DialogBox.ask(
        shell().dialogs(),
        DownloadsWords.text("restart.title"),
        DownloadsWords.text("restart.words", which.size()),
        DownloadsWords.text("dialog.cancel"),
        DownloadsWords.text("restart.yes"),
        true,
        () -> which.forEach(row -> model.wish(model.feed().restart(row.id()))));
  }

  void verify() {
    for (DownloadRow row : selected()) {
      model.whenDone(
          model.feed().verify(row.id()),
          result -> shell().toasts().say(Said.of(result.sentence())));
    }
  }

  void openFile() {
    Path file = leadFile();
    if (file != null) {
      attempt(() -> DesktopFiles.open(file));
    }
  }

  void openFolder() {
    Path file = leadFile();
    if (file != null) {
      attempt(() -> DesktopFiles.reveal(file));
    }
  }

  /// A complete one is opened, of another its properties are shown.
  void openOrShow() {
    DownloadRow lead = model.lead();
    if (lead != null && lead.group() == StateGroup.DONE) {
      openFile();
    } else {
      properties();
    }
  }

  private @Nullable Path leadFile() {
    DownloadRow lead = model.lead();
    return lead == null ? null : lead.item().file().target();
  }

  /// What may fail on this desktop.
  private interface Attempt {
    void run() throws IOException;
  }

  private void attempt(Attempt attempt) {
    try {
      attempt.run();
    } catch (IOException e) {
      shell().notice(DownloadsWords.text("desktop.failed", Said.of(e)));
    }
  }

  /// The addresses as they were given: what is copied is to be used.
  void copyLinks() {
    withRequests(
        items ->
            copy(
                items.stream()
                    .map(item -> item.request().sources().getFirst().url())
                    .collect(Collectors.joining("\n"))));
  }

  void copyCurl() {
    withRequests(
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

  private void withRequests(java.util.function.Consumer<List<StoredItem>> then) {
    Set<ItemId> ids = selected().stream().map(DownloadRow::id).collect(Collectors.toSet());
    model.requests(
        items -> then.accept(items.stream().filter(item -> ids.contains(item.id())).toList()));
  }

  private void copy(String text) {
    Clipboard.getSystemClipboard().setContent(Map.of(DataFormat.PLAIN_TEXT, text));
    shell().toasts().say(DownloadsWords.text("copied"));
  }

  void properties() {
    DownloadRow lead = model.lead();
    if (lead != null) {
      model.requests(
          items ->
              items.stream()
                  .filter(item -> item.id().equals(lead.id()))
                  .findFirst()
                  .ifPresent(item -> PropertiesDialog.open(shell().dialogs(), model, lead, item)));
    }
  }

  void newAddress() {
    DownloadRow lead = model.lead();
    if (lead != null) {
      NewAddressDialog.open(shell().dialogs(), model, lead);
    }
  }

  /// Shows the chain and asks whether this one certificate is to be accepted.
  void acceptCertificate() {
    DownloadRow lead = model.lead();
    CertificateProblem problem = lead == null ? null : lead.item().standing().certificate();
    TrustedCertificate exception = TrustedCertificates.of(problem);
    if (lead != null && problem != null && exception != null) {
      CertificateDialog.open(
          shell().dialogs(),
          problem,
          () -> {
            model.trust(exception);
            model.wish(model.feed().resume(lead.id()));
          });
    }
  }

  void decide(ItemId id, ChangedFile choice) {
    model.wish(model.feed().decide(id, choice));
  }

  void showInMonitor() {
    DownloadRow lead = model.lead();
    if (lead != null) {
      selection.ask(lead.id());
    }
    shell().show("monitor");
  }

  // ---- limits and queues ----------------------------------------------------------------------

  void limit(long bytesPerSecond) {
    model.speed().byHand(bytesPerSecond);
  }

  void limitSchedule() {
    shell().openPreferences("speed");
  }

  void customLimit() {
    LimitDialog.open(shell().dialogs(), model);
  }

  void limitSelected() {
    LimitDialog.openFor(shell().dialogs(), model, selected());
  }

  void editCategories() {
    shell().openPreferences("categories");
  }

  void newQueue() {
    QueueEditor.openNew(shell().dialogs(), model.queues(), _ -> {});
  }

  void editQueue(String name) {
    model
        .queues()
        .find(name)
        .ifPresent(rules -> QueueEditor.open(shell().dialogs(), model.queues(), rules, _ -> {}));
  }

  void removeQueue(String name) {
    DialogBox.ask(
        shell().dialogs(),
        DownloadsWords.text("queue.remove"),
        DownloadsWords.text("queue.remove.words", QueueNames.shown(name)),
        DownloadsWords.text("dialog.cancel"),
        DownloadsWords.text("queue.remove"),
        false,
        () -> model.queues().remove(name));
  }

  void openQueue(String name, boolean open) {
    model.wish(model.feed().openQueue(name, open));
  }

  void moveTo(String queue) {
    model.wish(model.feed().move(selected().stream().map(DownloadRow::id).toList(), queue, null));
  }

  /// Moves the selected ones within the queue of the first of them.
  void moveInQueue(QueueOrder.Move move) {
    List<DownloadRow> which = selected();
    if (which.isEmpty()) {
      return;
    }
    String queue = which.getFirst().item().place().queue();
    List<ItemId> line =
        model.all().stream()
            .filter(row -> row.item().place().queue().equals(queue))
            .filter(row -> row.group() != StateGroup.DONE)
            .sorted(
                java.util.Comparator.comparingInt(
                        (DownloadRow row) -> -row.item().place().priority())
                    .thenComparingLong(row -> row.item().place().number()))
            .map(DownloadRow::id)
            .toList();
    Set<ItemId> chosen = new HashSet<>();
    which.forEach(row -> chosen.add(row.id()));
    List<ItemId> wanted = QueueOrder.order(line, chosen, move);
    if (!wanted.equals(line)) {
      model.wish(model.feed().move(wanted, queue, null));
    }
  }

  // ---- the list -------------------------------------------------------------------------------

  void exportList() {
    FileChooser chooser = new FileChooser();
    chooser.setTitle(DownloadsWords.text("command.export"));
    chooser.setInitialFileName("sluice-downloads.json");
    File file = chooser.showSaveDialog(shell().getScene().getWindow());
    if (file != null) {
      exportTo(file.toPath());
    }
  }

  void exportTo(Path file) {
    model.requests(
        items ->
            attempt(
                () -> {
                  Files.writeString(file, ListFile.write(items), StandardCharsets.UTF_8);
                  shell()
                      .toasts()
                      .say(DownloadsWords.text("exported", items.size(), file.toString()));
                }));
  }

  void importList() {
    FileChooser chooser = new FileChooser();
    chooser.setTitle(DownloadsWords.text("command.import"));
    File file = chooser.showOpenDialog(shell().getScene().getWindow());
    if (file != null) {
      importFrom(file.toPath());
    }
  }

  void importFrom(Path file) {
    try {
      List<DownloadRequest> requests =
          ListFile.read(Files.readString(file), model.folderProperty().get());
      for (DownloadRequest request : requests) {
        var _ = model.add(request); // what fails is said in the list
      }
      shell().toasts().say(DownloadsWords.text("imported", requests.size()));
    } catch (IOException | IllegalArgumentException e) {
      shell().notice(DownloadsWords.text("import.failed", file.toString(), Said.of(e)));
    }
  }

  void columns(DownloadsTable table) {
    ColumnsDialog.open(shell().dialogs(), table);
  }
}
