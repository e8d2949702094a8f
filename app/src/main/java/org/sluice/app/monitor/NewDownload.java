package org.sluice.app.monitor;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.sluice.engine.item.DownloadRequest;
import org.sluice.engine.item.FetchWish;
import org.sluice.engine.item.FileWish;

/// A download that is to start.
public record NewDownload(String url, FileWish file, FetchWish fetch) {
  /// With the defaults of the engine.
  public static NewDownload of(String url, Path folder) {
    return new NewDownload(url, FileWish.into(folder), FetchWish.DEFAULT);
  }

  public NewDownload named(String value) {
    return new NewDownload(url, file.named(value), fetch);
  }

  public NewDownload trusting(@Nullable Path value) {
    return new NewDownload(url, file, fetch.caFile(value));
  }

  public NewDownload maxSegments(int value) {
    return new NewDownload(url, file, fetch.maxSegments(value));
  }

  public NewDownload limitBytesPerSecond(long value) {
    return new NewDownload(url, file, fetch.limitBytesPerSecond(value));
  }

  /// The same for the list.
  DownloadRequest request() {
    return DownloadRequest.of(url, file).fetch(fetch);
  }
}
