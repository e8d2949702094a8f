package org.sluice.app.cli;

import org.sluice.engine.item.DownloadRequest;
import org.sluice.engine.item.FetchWish;

/// What is asked for when a download that was begun is asked for again: how fast and in which way is
/// what is said now; what it takes to get the file is what was said then, unless it is said anew.
final class Continuation {
  private Continuation() {}

  /// @param then the request in the list
  /// @param now what the user says
  static DownloadRequest of(DownloadRequest then, DownloadRequest now) {
    return new DownloadRequest(
        now.sources().size() > 1 ? now.sources() : then.sources(),
        now.file(),
        fetch(then.fetch(), now.fetch()),
        now.checksums().isEmpty() ? then.checksums() : now.checksums(),
        then.queue(),
        then.priority(),
        false);
  }

  private static FetchWish fetch(FetchWish then, FetchWish now) {
    return new FetchWish(
        now.headers().fields().isEmpty() ? then.headers() : now.headers(),
        now.user() == null ? then.user() : now.user(),
        now.proxy() == null ? then.proxy() : now.proxy(),
        now.caFile() == null ? then.caFile() : now.caFile(),
        now.maxSegments(),
        now.inOrder(),
        now.limitBytesPerSecond());
  }
}
