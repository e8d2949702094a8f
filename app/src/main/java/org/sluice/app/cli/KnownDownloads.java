package org.sluice.app.cli;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sluice.engine.item.DownloadRequest;
import org.sluice.engine.item.ItemState;
import org.sluice.engine.item.StoredItem;

/// The downloads of the list that are not complete, to be found again when the same is asked for.
///
/// The same is: the same first address, the same folder and the same name, be it given or not.
final class KnownDownloads {
  private record Key(String url, Path folder, @Nullable String name) {
    static Key of(DownloadRequest request) {
      return new Key(
          request.sources().getFirst().url(), request.file().folder(), request.file().name());
    }
  }

  private final Map<Key, StoredItem> unfinished = new HashMap<>();
  private final Set<Key> claimed = new HashSet<>();

  KnownDownloads(List<StoredItem> list) {
    for (StoredItem item : list) {
      if (item.progress().state() != ItemState.COMPLETE) {
        unfinished.put(Key.of(item.request()), item);
      }
    }
  }

  /// Says that this run downloads what is asked for.
  ///
  /// @return false if it does already
  boolean claim(DownloadRequest request) {
    return claimed.add(Key.of(request));
  }

  /// The unfinished download of the same; null if there is none.
  @Nullable StoredItem find(DownloadRequest request) {
    return unfinished.get(Key.of(request));
  }
}
