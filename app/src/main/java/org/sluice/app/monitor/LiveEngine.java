package org.sluice.app.monitor;

import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.sluice.app.tape.TraceIntake;
import org.sluice.engine.download.Downloads;
import org.sluice.engine.download.DownloadsOptions;
import org.sluice.engine.download.DownloadsSnapshot;
import org.sluice.engine.item.ItemId;
import org.sluice.engine.loop.LoopSnapshot;
import org.sluice.engine.trace.TraceEvent;
import org.sluice.engine.trace.TraceRing;

/// A list of downloads that is open, and the loop that runs it.
///
/// **Threads**: the JavaFX thread posts, samples and drains.
public final class LiveEngine implements EngineFeed {
  private final Downloads list;
  private final TraceIntake events;

  private LiveEngine(Downloads list) {
    this.list = list;
    this.events = TraceIntake.start(list.loop().trace().reader());
  }

  /// Opens the list and goes on with what was running.
  ///
  /// @throws IOException if its folder cannot be used
  public static LiveEngine open(DownloadsOptions options) throws IOException {
    return new LiveEngine(Downloads.open(options));
  }

  /// The list itself, for commands of other processes.
  public Downloads list() {
    return list;
  }

  @Override
  public LoopSnapshot snapshot() {
    return list.loop().snapshot();
  }

  @Override
  public DownloadsSnapshot downloads() {
    return list.snapshot();
  }

  @Override
  public int drain(int most, Consumer<TraceEvent> consumer) {
    return events.drain(most, consumer);
  }

  @Override
  public TraceRing.@Nullable Reader record() {
    return list.loop().trace().wholeReader();
  }

  @Override
  public CompletableFuture<ItemId> add(NewDownload wanted) {
    return list.add(wanted.request());
  }

  @Override
  public CompletableFuture<Void> pause(ItemId id) {
    return list.pause(id);
  }

  @Override
  public CompletableFuture<Void> resume(ItemId id) {
    return list.resume(id);
  }

  @Override
  public CompletableFuture<Void> remove(ItemId id) {
    return list.remove(id, false);
  }

  @Override
  public @Nullable String failure() {
    Throwable failure = list.loop().failure();
    return failure == null ? null : failure.toString();
  }

  /// Stops every download; the next who opens the list goes on where this ended.
  @Override
  public void close() {
    events.close();
    list.close();
  }
}
