package org.sluice.app.monitor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.sluice.engine.download.FileDownload;
import org.sluice.engine.download.FileNames;
import org.sluice.engine.download.FileResult;
import org.sluice.engine.error.TransferErrorCode;
import org.sluice.engine.error.TransferException;
import org.sluice.engine.http.Url;
import org.sluice.engine.loop.LoopOptions;
import org.sluice.engine.loop.LoopSnapshot;
import org.sluice.engine.loop.SelectorLoop;
import org.sluice.engine.multi.TransferMessage;
import org.sluice.engine.request.TimeLimits;
import org.sluice.engine.request.TransferOptions;
import org.sluice.engine.trace.TraceEvent;
import org.sluice.engine.trace.TraceRing;

/// One loop of the engine, and the files that its transfers fill.
///
/// **Threads**: the JavaFX thread posts, samples and drains; files are finished on the loop's.
public final class LiveEngine implements EngineFeed {
  /// A transfer that gets nothing for a minute is not coming any more.
  private static final TimeLimits LIMITS =
      TimeLimits.DEFAULT.withLowSpeed(1, Duration.ofSeconds(60));

  private static final System.Logger LOG = System.getLogger(LiveEngine.class.getName());

  private final SelectorLoop loop;
  private final TraceRing.Reader events;
  private final Map<Long, FileDownload> downloads = new HashMap<>();
  private final Set<Path> taken = new HashSet<>();
  private final Map<Long, FileDownload> running = new ConcurrentHashMap<>();
  private final Map<Long, FileResult> results = new ConcurrentHashMap<>();

  private LiveEngine(SelectorLoop loop) {
    this.loop = loop;
    this.events = loop.trace().reader();
  }

  /// Starts a loop of its own.
  public static LiveEngine start() {
    LiveEngine engine = new LiveEngine(SelectorLoop.start(LoopOptions.DEFAULT));
    engine.loop.onMessage(engine::ended);
    return engine;
  }

  @Override
  public LoopSnapshot snapshot() {
    return loop.snapshot();
  }

  @Override
  public int drain(Consumer<TraceEvent> consumer) {
    return events.drain(consumer);
  }

  @Override
  public long add(NewDownload wanted) {
    TransferOptions options =
        TransferOptions.builder(wanted.url())
            .tls(wanted.tls())
            .limits(LIMITS)
            .recvLimitBytesPerSecond(wanted.limitBytesPerSecond())
            .failOnError(true)
            .build();
    Path target = freePath(wanted.folder(), nameOf(wanted));
    makeFolder(wanted.folder());
    FileDownload download = FileDownload.to(options, target, false);
    long id = download.transfer().id();
    taken.add(target);
    downloads.put(id, download);
    running.put(id, download);
    loop.add(download.transfer());
    return id;
  }

  @Override
  public void pause(long transfer) {
    withDownload(transfer, download -> loop.pause(download.transfer()));
  }

  @Override
  public void resume(long transfer) {
    withDownload(transfer, download -> loop.unpause(download.transfer()));
  }

  @Override
  public void remove(long transfer) {
    withDownload(
        transfer,
        download -> {
          downloads.remove(transfer);
          taken.remove(download.target());
          loop.remove(download.transfer());
          loop.post(() -> abandon(transfer));
        });
  }

  @Override
  public @Nullable Path fileOf(long transfer) {
    FileDownload download = downloads.get(transfer);
    return download == null ? null : download.target();
  }

  @Override
  public @Nullable FileResult resultOf(long transfer) {
    return results.get(transfer);
  }

  @Override
  public @Nullable String failure() {
    Throwable failure = loop.failure();
    return failure == null ? null : failure.toString();
  }

  /// Ends every transfer; what has come of unfinished files stays as `.part`.
  @Override
  public void close() {
    events.close();
    loop.close();
    running.values().forEach(download -> download.finish(TransferErrorCode.ABORTED_BY_CALLBACK));
    running.clear();
  }

  private void withDownload(long transfer, Consumer<FileDownload> action) {
    FileDownload download = downloads.get(transfer);
    if (download != null) {
      action.accept(download);
    }
  }

  /// On the loop's thread: the file gets its name, or what has come is kept.
  private void ended(TransferMessage message) {
    long id = message.transfer().id();
    FileDownload download = running.remove(id);
    if (download != null) {
      results.put(id, download.finish(message.result()));
    }
  }

  /// On the loop's thread: a transfer was removed while it ran, so nobody wants its half file.
  private void abandon(long transfer) {
    results.remove(transfer);
    FileDownload download = running.remove(transfer);
    if (download == null) {
      return;
    }
    Path kept = download.finish(TransferErrorCode.ABORTED_BY_CALLBACK).kept();
    try {
      if (kept != null) {
        Files.deleteIfExists(kept);
      }
    } catch (IOException e) {
      LOG.log(System.Logger.Level.WARNING, "cannot delete " + kept, e);
    }
  }

  /// If it cannot be made, the download itself fails with the words for it.
  private static void makeFolder(Path folder) {
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      LOG.log(System.Logger.Level.WARNING, "cannot make the folder " + folder, e);
    }
  }

  /// A URL that cannot be read fails when it starts; until then its file needs some name.
  private static String nameOf(NewDownload wanted) {
    if (!wanted.fileName().isEmpty()) {
      return FileNames.safe(wanted.fileName());
    }
    try {
      return FileNames.fromUrl(wanted.url());
    } catch (TransferException e) {
      LOG.log(System.Logger.Level.DEBUG, "no name in " + Url.withoutUserInfo(wanted.url()), e);
      return FileNames.DEFAULT;
    }
  }

  /// Neither a file that exists nor one that another download of ours will make.
  private Path freePath(Path folder, String name) {
    int dot = name.lastIndexOf('.');
    int end = dot > 0 ? dot : name.length();
    Path path = folder.resolve(FileNames.unused(folder, name));
    for (int n = 1; taken.contains(path); n++) {
      String numbered = name.substring(0, end) + " (" + n + ")" + name.substring(end);
      path = folder.resolve(FileNames.unused(folder, numbered));
    }
    return path;
  }
}
