package org.sluice.app.monitor;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;
import org.sluice.engine.request.BodySink;

/// A file that stands under its final name only when all of it has come; until then it is `name.part`.
///
/// **Threads**: the loop's.
final class PartFile implements BodySink {
  private final Path target;
  private final Path part;
  private @Nullable FileChannel channel;

  PartFile(Path target) {
    this.target = target;
    this.part = target.resolveSibling(target.getFileName() + ".part");
  }

  Path target() {
    return target;
  }

  @Override
  public Answer write(ByteBuffer chunk) throws IOException {
    FileChannel to = open();
    while (chunk.hasRemaining()) {
      to.write(chunk);
    }
    return Answer.TAKEN;
  }

  /// All of it has come: gives the file its name.
  void complete() throws IOException {
    open().close();
    Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
  }

  /// Leaves nothing behind.
  void discard() throws IOException {
    FileChannel open = channel;
    if (open != null) {
      open.close();
    }
    Files.deleteIfExists(part);
  }

  private FileChannel open() throws IOException {
    FileChannel open = channel;
    if (open == null) {
      Path folder = target.toAbsolutePath().getParent();
      if (folder != null) {
        Files.createDirectories(folder);
      }
      open =
          FileChannel.open(
              part,
              StandardOpenOption.CREATE,
              StandardOpenOption.WRITE,
              StandardOpenOption.TRUNCATE_EXISTING);
      channel = open;
    }
    return open;
  }
}
