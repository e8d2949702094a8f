package org.sluice.app.monitor;

import java.nio.file.Path;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.sluice.engine.download.FileResult;
import org.sluice.engine.loop.LoopSnapshot;
import org.sluice.engine.trace.TraceEvent;

/// The engine as the window sees it: numbers to sample, events to drain, commands to post.
///
/// **Threads**: called on the JavaFX thread; nothing here waits.
public interface EngineFeed extends AutoCloseable {
  /// The latest snapshot; asking for it asks for a fresher one next time.
  LoopSnapshot snapshot();

  /// Hands out the events since the last call, in order, and says how many they were.
  int drain(Consumer<TraceEvent> consumer);

  /// Starts a download and says the number of its transfer.
  long add(NewDownload download);

  void pause(long transfer);

  void resume(long transfer);

  /// Takes a transfer out; one that runs is ended and its half file deleted.
  void remove(long transfer);

  /// Where the file of a transfer is or will be; null if the transfer is not known.
  @Nullable Path fileOf(long transfer);

  /// What became of the file of a transfer; null while it runs.
  @Nullable FileResult resultOf(long transfer);

  /// Why the engine has stopped by itself; null while it runs.
  @Nullable String failure();

  @Override
  void close();
}
