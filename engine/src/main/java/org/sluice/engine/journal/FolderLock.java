package org.sluice.engine.journal;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/// The right to work on a journal, held by one process until it closes it or dies.
///
/// It comes before anything else, so that no journal in use is ever taken for a damaged one.
final class FolderLock implements AutoCloseable {
  private final FileChannel channel;

  private FolderLock(FileChannel channel) {
    this.channel = channel;
  }

  /// @return null if another has it, in this process or in another one
  static @Nullable FolderLock take(JournalFiles files) throws IOException {
    files.makeIfMissing(files.lock());
    FileChannel channel = FileChannel.open(files.lock(), StandardOpenOption.WRITE);
    try {
      if (channel.tryLock() != null) {
        return new FolderLock(channel);
      }
    } catch (OverlappingFileLockException e) {
      channel.close();
      return null;
    } catch (IOException e) {
      channel.close();
      throw e;
    }
    channel.close();
    return null;
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
