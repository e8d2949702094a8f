package org.sluice.app.cli;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sluice.engine.item.DownloadRequest;
import org.sluice.engine.item.ItemId;

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

  private final Map<Key, ItemId> unfinished = new HashMap<>();

  KnownDownloads() {}

  void put(DownloadRequest request, ItemId id) {
    unfinished.put(Key.of(request), id);
  }

  /// The unfinished download of the same; null if there is none.
  @Nullable ItemId find(DownloadRequest request) {
    return unfinished.get(Key.of(request));
  }
}
