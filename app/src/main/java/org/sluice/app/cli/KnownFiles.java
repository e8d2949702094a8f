package org.sluice.app.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sluice.engine.item.Checksum;
import org.sluice.engine.item.ItemState;
import org.sluice.engine.item.StoredItem;

/// What the list of downloads knows of files.
final class KnownFiles {
  static final KnownFiles NOTHING = new KnownFiles(List.of());

  private final Map<Path, StoredItem> byTarget = new HashMap<>();

  /// @param list in the order in which they were added: of two for one file the later one counts
  KnownFiles(List<StoredItem> list) {
    for (StoredItem item : list) {
      StoredItem.Identity identity = item.identity();
      if (identity != null) {
        boolean complete = item.progress().state() == ItemState.COMPLETE;
        byTarget.put(complete ? identity.target() : identity.part(), item);
      }
    }
  }

  /// What `file` must hash to.
  List<Checksum> checksums(Path file) {
    StoredItem item = byTarget.get(file);
    return item == null ? List.of() : new ArrayList<>(item.request().checksums());
  }

  /// The download whose part file this is; null if it is none.
  @Nullable StoredItem unfinished(Path file) {
    StoredItem item = byTarget.get(file);
    return item == null || item.progress().state() == ItemState.COMPLETE ? null : item;
  }
}
