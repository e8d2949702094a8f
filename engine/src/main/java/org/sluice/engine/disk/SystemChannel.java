package org.sluice.engine.disk;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.sluice.engine.item.FileWish.Preallocation;

/// A part file through a [FileChannel], which allows one to write while another forces.
final class SystemChannel implements PartChannel {
  /// How much is written at once to take room.
  private static final int ZEROS_BYTES = 1 << 20;

  /// Shorter files come at once, so that their length need not be told before.
  private static final int LEAST_SPARSE_BYTES = 256 << 10;

  private final Path part;
  private final FileChannel channel;
  private final @Nullable String key;

  SystemChannel(Path part, FileChannel channel, @Nullable String key) {
    this.part = part;
    this.channel = channel;
    this.key = key;
  }

  @Override
  public @Nullable String key() {
    return key;
  }

  @Override
  public int write(ByteBuffer bytes, long position) throws IOException {
    return channel.write(bytes, position);
  }

  @Override
  public int read(ByteBuffer into, long position) throws IOException {
    return channel.read(into, position);
  }

  @Override
  public void force() throws IOException {
    channel.force(false);
  }

  @Override
  public long size() throws IOException {
    return channel.size();
  }

  @Override
  public void truncate(long size) throws IOException {
    channel.truncate(size);
  }

  @Override
  public void preallocate(Preallocation how, long length, BooleanSupplier cancelled)
      throws IOException {
    if (length <= 0) {
      return;
    }
    if (channel.size() > 0) {
      throw new IllegalStateException(part + " is not empty, its room cannot be taken any more");
    }
    switch (how) {
      case NONE -> {}
      case SPARSE -> {
        if (length >= LEAST_SPARSE_BYTES) {
          channel.write(ByteBuffer.allocate(1), length - 1);
        }
      }
      case FULL -> takeAll(length, cancelled);
    }
  }

  private void takeAll(long length, BooleanSupplier cancelled) throws IOException {
    long usable = Folders.volume(parent()).usableBytes();
    if (usable < length) {
      throw new FileSystemException(part.toString(), null, "No space left on device");
    }
    if (!Fallocate.take(part, length, cancelled)) {
      writeZeros(length, cancelled);
    }
  }

  /// The slow way, where room cannot be had without writing.
  void writeZeros(long length, BooleanSupplier cancelled) throws IOException {
    ByteBuffer zeros = ByteBuffer.allocateDirect((int) Math.min(length, ZEROS_BYTES));
    for (long at = 0; at < length && !cancelled.getAsBoolean(); ) {
      zeros.position(0).limit((int) Math.min(zeros.capacity(), length - at));
      at += channel.write(zeros, at);
    }
  }

  private Path parent() {
    Path parent = part.toAbsolutePath().getParent();
    return parent == null ? part : parent;
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
