package org.sluice.app.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sluice.engine.download.FileDownload;
import org.sluice.engine.download.FileResult;
import org.sluice.engine.error.TransferErrorCode;
import org.sluice.engine.error.TransferException;
import org.sluice.engine.http.Url;
import org.sluice.engine.loop.SelectorLoop;
import org.sluice.engine.multi.Transfer;
import org.sluice.engine.multi.TransferMessage;

/// Keeps so many transfers at work until all that is wanted is done; the next is added from the
/// completion of another.
///
/// **Threads**: confined to the loop, but for [#begin], and [#abandon] after the loop has ended.
final class GetRun {
  private final SelectorLoop loop;
  private final WantedFiles wanted;
  private final DownloadMaker maker;
  private final int parallel;
  private final GetEvents events;
  private final IdentityHashMap<Transfer, FileDownload> active = new IdentityHashMap<>();
  private TransferErrorCode only = TransferErrorCode.OK;
  private @Nullable String listError;
  private boolean exhausted;
  private boolean ended;
  private long ok;
  private long failed;
  private long bytes;

  GetRun(
      SelectorLoop loop, WantedFiles wanted, DownloadMaker maker, int parallel, GetEvents events) {
    this.loop = loop;
    this.wanted = wanted;
    this.maker = maker;
    this.parallel = parallel;
    this.events = events;
  }

  void begin() {
    loop.onMessage(this::completed);
    loop.post(this::fill);
  }

  private void completed(TransferMessage message) {
    FileDownload download = active.remove(message.transfer());
    if (download == null) {
      return;
    }
    FileResult result = download.finish(message.result());
    loop.remove(message.transfer());
    maker.done(download);
    done(message.transfer().id(), message.transfer().options().shownUrl(), result);
    fill();
  }

  private void fill() {
    while (!exhausted && active.size() < parallel) {
      Wanted next = nextWanted();
      if (next == null) {
        exhausted = true;
      } else {
        start(next);
      }
    }
    if (exhausted && active.isEmpty() && !ended) {
      ended = true;
      events.tell(new GetEvent.Ended(ok, failed, bytes, only, listError));
    }
  }

  private @Nullable Wanted nextWanted() {
    try {
      return wanted.next();
    } catch (IOException e) {
      listError = "The list could not be read to its end: " + e;
      return null;
    }
  }

  private void start(Wanted next) {
    FileDownload download;
    try {
      download = maker.make(next);
    } catch (TransferException e) {
      done(
          0,
          Url.withoutUserInfo(next.url()),
          new FileResult(FileResult.Fate.FAILED, e.code(), e.sentence(), 0, null));
      return;
    }
    Transfer transfer = download.transfer();
    active.put(transfer, download);
    events.tell(new GetEvent.Started(transfer.id(), download.target().toString()));
    loop.add(transfer);
  }

  private void done(long transfer, String url, FileResult result) {
    if (result.ok()) {
      ok++;
    } else {
      failed++;
    }
    only = result.code();
    bytes += result.bytes();
    events.tell(new GetEvent.Done(transfer, url, result));
  }

  /// Ends the files that were at work when the loop was closed.
  ///
  /// @return what became of those that had begun
  List<FileResult> abandon() {
    List<FileResult> left = new ArrayList<>();
    for (FileDownload download : active.values()) {
      FileResult result = download.finish(TransferErrorCode.ABORTED_BY_CALLBACK);
      if (result.kept() != null) {
        left.add(result);
      }
    }
    active.clear();
    return left;
  }
}
