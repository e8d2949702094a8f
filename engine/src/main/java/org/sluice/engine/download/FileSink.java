package org.sluice.engine.download;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sluice.engine.http.ResponseHead;
import org.sluice.engine.request.BodySink;

/// Writes a body to a `.part` file, straight from the engine's buffer.
///
/// The file is made when the head of a success has come; what any other answer says of itself is
/// let go.
///
/// **Threads**: confined to the thread of the multi.
/// **Errors**: an [IOException] ends the transfer with WRITE_ERROR.
final class FileSink implements BodySink, Closeable {
  /// From this length on it is worth a look whether the target is free before the body comes.
  private static final long WORTH_A_LOOK_BYTES = 1 << 20;

  /// No link that somebody else laid there is followed.
  private static final Set<OpenOption> OPEN =
      Set.of(
          StandardOpenOption.CREATE,
          StandardOpenOption.WRITE,
          StandardOpenOption.TRUNCATE_EXISTING,
          LinkOption.NOFOLLOW_LINKS);

  private final Path part;
  private final @Nullable Path mustNotExist;
  private @Nullable FileChannel channel;
  private boolean opened;
  private long bytes;

  /// @param mustNotExist the target, if it may not be overwritten; null if it may
  FileSink(Path part, @Nullable Path mustNotExist) {
    this.part = part;
    this.mustNotExist = mustNotExist;
  }

  @Override
  public void head(ResponseHead head) throws IOException {
    if (head.status() < 200 || head.status() > 299) {
      return;
    }
    if (mustNotExist != null
        && (head.contentLength() < 0 || head.contentLength() >= WORTH_A_LOOK_BYTES)
        && Files.exists(mustNotExist, LinkOption.NOFOLLOW_LINKS)) {
      throw new FileAlreadyExistsException(mustNotExist.toString());
    }
    channel = FileChannel.open(part, OPEN);
    opened = true;
  }

  @Override
  public Answer write(ByteBuffer chunk) throws IOException {
    FileChannel file = channel;
    if (file != null) {
      while (chunk.hasRemaining()) {
        bytes += file.write(chunk);
      }
    }
    return Answer.TAKEN;
  }

  /// Whether a success came and the `.part` file was made.
  boolean opened() {
    return opened;
  }

  /// Bytes written.
  long bytes() {
    return bytes;
  }

  /// Closes the file; nothing if it was never made.
  @Override
  public void close() throws IOException {
    FileChannel file = channel;
    channel = null;
    if (file != null) {
      file.close();
    }
  }
}
