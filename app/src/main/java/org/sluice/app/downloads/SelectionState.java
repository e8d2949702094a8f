package org.sluice.app.downloads;

import java.util.List;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.collections.ListChangeListener;
import org.sluice.engine.item.ItemState;

/// What can be done with the selected downloads now.
///
/// **Threads**: JavaFX.
final class SelectionState {
  private final DownloadsViewModel model;
  private final ReadOnlyBooleanWrapper some = new ReadOnlyBooleanWrapper();
  private final ReadOnlyBooleanWrapper one = new ReadOnlyBooleanWrapper();
  private final ReadOnlyBooleanWrapper canPause = new ReadOnlyBooleanWrapper();
  private final ReadOnlyBooleanWrapper canResume = new ReadOnlyBooleanWrapper();
  private final ReadOnlyBooleanWrapper canToggle = new ReadOnlyBooleanWrapper();
  private final ReadOnlyBooleanWrapper complete = new ReadOnlyBooleanWrapper();
  private final ReadOnlyBooleanWrapper hasFile = new ReadOnlyBooleanWrapper();
  private final ReadOnlyBooleanWrapper unfinished = new ReadOnlyBooleanWrapper();
  private final ReadOnlyBooleanWrapper undoable = new ReadOnlyBooleanWrapper();

  SelectionState(DownloadsViewModel model) {
    this.model = model;
    model.selected().addListener((ListChangeListener<DownloadRow>) _ -> update());
    model.snapshotProperty().subscribe(_ -> update());
  }

  private void update() {
    List<DownloadRow> selected = model.selected();
    undoable.set(model.rowWishes().canUndoRemove());
    some.set(!selected.isEmpty());
    one.set(selected.size() == 1);
    boolean pause = selected.stream().anyMatch(row -> row.group().canPause());
    boolean resume =
        selected.stream()
            .anyMatch(row -> row.group().canResume() || row.item().state() == ItemState.WAITING);
    canPause.set(pause);
    canResume.set(resume);
    canToggle.set(pause || resume);
    DownloadRow lead = model.lead();
    complete.set(lead != null && lead.item().state() == ItemState.COMPLETE);
    hasFile.set(lead != null && lead.item().file().target() != null);
    unfinished.set(selected.stream().anyMatch(row -> row.item().state() != ItemState.COMPLETE));
  }

  ReadOnlyBooleanProperty some() {
    return some.getReadOnlyProperty();
  }

  ReadOnlyBooleanProperty one() {
    return one.getReadOnlyProperty();
  }

  ReadOnlyBooleanProperty canPause() {
    return canPause.getReadOnlyProperty();
  }

  ReadOnlyBooleanProperty canResume() {
    return canResume.getReadOnlyProperty();
  }

  ReadOnlyBooleanProperty canToggle() {
    return canToggle.getReadOnlyProperty();
  }

  /// Of the one whose details are shown.
  ReadOnlyBooleanProperty complete() {
    return complete.getReadOnlyProperty();
  }

  ReadOnlyBooleanProperty hasFile() {
    return hasFile.getReadOnlyProperty();
  }

  /// Whether what was removed last can be brought back.
  ReadOnlyBooleanProperty undoable() {
    return undoable.getReadOnlyProperty();
  }

  ReadOnlyBooleanProperty unfinished() {
    return unfinished.getReadOnlyProperty();
  }
}
