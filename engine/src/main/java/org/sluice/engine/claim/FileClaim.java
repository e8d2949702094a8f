package org.sluice.engine.claim;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The lock on a file that one process has, until it gives it back or dies.
///
/// The system drops a process's locks on a file as soon as the process closes any channel of that file, so
/// within a process a set says what is held, and a file that is held is not opened again.
///
/// **Threads**: safe.
public final class FileClaim implements AutoCloseable {
  private static final Set<Path> HELD = new HashSet<>();

  private final Path file;
  private final FileChannel channel;

  private FileClaim(Path file, FileChannel channel) {
    this.file = file;
    this.channel = channel;
  }

  /// @param file must be there
  /// @return null if another has it, in this process or in another one
  public static @Nullable FileClaim take(Path file) throws IOException {
    Path real = file.toRealPath();
    synchronized (HELD) {
      if (HELD.contains(real)) {
        return null;
      }
      FileChannel channel = FileChannel.open(real, StandardOpenOption.WRITE);
      boolean taken = false;
      try {
        taken = channel.tryLock() != null;
      } finally {
        if (!taken) {
          channel.close();
        }
      }
      if (!taken) {
        return null;
      }
      HELD.add(real);
      return new FileClaim(real, channel);
    }
  }

  @Override
  public void close() throws IOException {
    synchronized (HELD) {
      HELD.remove(file);
      channel.close();
    }
  }
}
