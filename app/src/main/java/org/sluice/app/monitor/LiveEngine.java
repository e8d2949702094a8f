package org.sluice.app.monitor;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sluice.engine.error.TransferErrorCode;
import org.sluice.engine.loop.LoopOptions;
import org.sluice.engine.loop.LoopSnapshot;
import org.sluice.engine.loop.SelectorLoop;
import org.sluice.engine.multi.Transfer;
import org.sluice.engine.multi.TransferMessage;
import org.sluice.engine.request.TransferOptions;
import org.sluice.engine.trace.TraceEvent;
import org.sluice.engine.trace.TraceRing;

/// One loop of the engine, and the files that its transfers fill.
///
/// **Threads**: the JavaFX thread posts, samples and drains; files are finished on the loop's.
public final class LiveEngine implements EngineFeed {
  private static final System.Logger LOG = System.getLogger(LiveEngine.class.getName());

  private final SelectorLoop loop;
  private final TraceRing.Reader events;
  private final Map<Long, Download> downloads = new HashMap<>();
  private final Map<Long, Download> running = new ConcurrentHashMap<>();
  private final Map<Long, String> fileTroubles = new ConcurrentHashMap<>();

  private record Download(Transfer transfer, PartFile file) {}

  private LiveEngine(SelectorLoop loop) {
    this.loop = loop;
    this.events = loop.trace().reader();
    loop.onMessage(this::ended);
  }

  /// Starts a loop of its own.
  public static LiveEngine start() {
    return new LiveEngine(SelectorLoop.start(LoopOptions.DEFAULT));
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
  public long add(NewDownload download) {
    String name =
        download.fileName().isEmpty() ? FileNames.fromUrl(download.url()) : download.fileName();
    Set<Path> taken =
        downloads.values().stream().map(each -> each.file().target()).collect(Collectors.toSet());
    PartFile file = new PartFile(FileNames.free(download.folder(), name, taken));
    TransferOptions options =
        TransferOptions.builder(download.url())
            .tls(download.tls())
            .recvLimitBytesPerSecond(download.limitBytesPerSecond())
            .failOnError(true)
            .build();
    Download made = new Download(new Transfer(options, file), file);
    long id = made.transfer().id();
    downloads.put(id, made);
    running.put(id, made);
    loop.add(made.transfer());
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
          loop.remove(download.transfer());
          loop.post(() -> abandon(transfer));
        });
  }

  @Override
  public @Nullable Path fileOf(long transfer) {
    Download download = downloads.get(transfer);
    return download == null ? null : download.file().target();
  }

  @Override
  public @Nullable String fileTroubleOf(long transfer) {
    return fileTroubles.get(transfer);
  }

  @Override
  public @Nullable String failure() {
    Throwable failure = loop.failure();
    return failure == null ? null : failure.toString();
  }

  /// Ends every transfer; half files are deleted.
  @Override
  public void close() {
    events.close();
    loop.close();
    running.keySet().forEach(this::abandon);
  }

  private void withDownload(long transfer, Consumer<Download> action) {
    Download download = downloads.get(transfer);
    if (download != null) {
      action.accept(download);
    }
  }

  /// On the loop's thread: the file gets its name, or goes.
  private void ended(TransferMessage message) {
    long id = message.transfer().id();
    Download download = running.get(id);
    if (download == null) {
      return;
    }
    if (message.result() != TransferErrorCode.OK) {
      abandon(id);
      return;
    }
    running.remove(id);
    try {
      download.file().complete();
    } catch (IOException e) {
      trouble(id, download.file(), e);
    }
  }

  private void abandon(long transfer) {
    Download download = running.remove(transfer);
    if (download != null) {
      try {
        download.file().discard();
      } catch (IOException e) {
        trouble(transfer, download.file(), e);
      }
    }
  }

  private void trouble(long transfer, PartFile file, IOException e) {
    fileTroubles.put(transfer, e.toString());
    LOG.log(System.Logger.Level.WARNING, "cannot finish " + file.target(), e);
  }
}
