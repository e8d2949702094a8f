package org.sluice.app.monitor;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.sluice.engine.item.DownloadRequest;
import org.sluice.engine.item.FetchWish;
import org.sluice.engine.item.FileWish;

/// A download that is to start.
///
/// @param folder absolute
/// @param fileName empty to take the name from the server or the URL
/// @param caFile PEM file with the only authorities to trust; null for those of the system
/// @param maxSegments connections at most
/// @param limitBytesPerSecond 0 for no limit
public record NewDownload(
    String url,
    Path folder,
    String fileName,
    @Nullable Path caFile,
    int maxSegments,
    long limitBytesPerSecond) {
  /// With the system's trust store, as many segments as usual, and no limit.
  public static NewDownload of(String url, Path folder) {
    return new NewDownload(url, folder, "", null, FetchWish.DEFAULT_SEGMENTS, 0);
  }

  public NewDownload named(String value) {
    return new NewDownload(url, folder, value, caFile, maxSegments, limitBytesPerSecond);
  }

  public NewDownload trusting(@Nullable Path value) {
    return new NewDownload(url, folder, fileName, value, maxSegments, limitBytesPerSecond);
  }

  public NewDownload maxSegments(int value) {
    return new NewDownload(url, folder, fileName, caFile, value, limitBytesPerSecond);
  }

  public NewDownload limitBytesPerSecond(long value) {
    return new NewDownload(url, folder, fileName, caFile, maxSegments, value);
  }

  /// The same for the list.
  DownloadRequest request() {
    FileWish file = FileWish.into(folder).named(fileName.isEmpty() ? null : fileName);
    return DownloadRequest.of(url, file)
        .fetch(
            FetchWish.DEFAULT
                .caFile(caFile)
                .maxSegments(maxSegments)
                .limitBytesPerSecond(limitBytesPerSecond));
  }
}
