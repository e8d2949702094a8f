package org.sluice.app.downloads;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.sluice.app.queues.QueueEditor;
import org.sluice.app.shell.DialogBox;
import org.sluice.app.shell.Shell;
import org.sluice.engine.item.ItemId;
import org.sluice.engine.queue.QueueOrder;

/// What commands do with queues, with the places in them, and with limits of the speed.
///
/// **Threads**: JavaFX.
final class QueueActions {
  private final DownloadsViewModel model;
  private final Supplier<Shell> shell;

  /// @param shell asked when it is needed: there is none at the beginning
  QueueActions(DownloadsViewModel model, Supplier<Shell> shell) {
    this.model = model;
    this.shell = shell;
  }

  void limit(long bytesPerSecond) {
    model.speed().byHand(bytesPerSecond);
  }

  void limitSchedule() {
    shell.get().openPreferences("speed");
  }

  void customLimit() {
    LimitDialog.open(shell.get().dialogs(), model);
  }

  void limitSelected() {
    LimitDialog.openFor(shell.get().dialogs(), model, List.copyOf(model.selected()));
  }

  void newQueue() {
    QueueEditor.openNew(shell.get().dialogs(), model.queues(), _ -> {});
  }

  void editQueue(String name) {
    model
        .queues()
        .find(name)
        .ifPresent(
            rules -> QueueEditor.open(shell.get().dialogs(), model.queues(), rules, _ -> {}));
  }

  void removeQueue(String name) {
    DialogBox.ask(
        shell.get().dialogs(),
        DownloadsWords.text("queue.remove"),
        DownloadsWords.text("queue.remove.words", QueueNames.shown(name)),
        DownloadsWords.text("dialog.cancel"),
        DownloadsWords.text("queue.remove"),
        () -> model.queues().remove(name));
  }

  void openQueue(String name, boolean open) {
    model.wish(model.feed().openQueue(name, open));
  }

  void moveTo(String queue) {
    model.wish(
        model.feed().move(model.selected().stream().map(DownloadRow::id).toList(), queue, null));
  }

  /// Moves the selected ones within the queue of the first of them.
  void moveInQueue(QueueOrder.Move move) {
    List<DownloadRow> which = List.copyOf(model.selected());
    if (which.isEmpty()) {
      return;
    }
    String queue = which.getFirst().item().place().queue();
    List<ItemId> line =
        model.all().stream()
            .filter(row -> row.item().place().queue().equals(queue))
            .filter(row -> row.group() != StateGroup.DONE)
            .sorted(
                Comparator.comparingInt((DownloadRow row) -> -row.item().place().priority())
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
}
