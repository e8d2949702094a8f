package org.sluice.engine.disk;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.sluice.engine.disk.FaultyFiles.Kind;
import org.sluice.engine.item.FileWish.Preallocation;

/// A part file that remembers what its pages held when they were last forced.
///
/// **Threads**: any; a force and a write overlap, as they do on a disk.
final class FaultyChannel implements PartChannel {
  private static final int PAGE_BYTES = 4_096;
  private static final int SECTOR_BYTES = 512;

  private final FaultyFiles files;
  private final PartChannel real;

  /// What the pages held before they were written; those that are being forced apart.
  private Map<Long, byte[]> dirty = new HashMap<>();

  private Map<Long, byte[]> forcing = new HashMap<>();
  private long forcedSize;
  private boolean closed;

  FaultyChannel(FaultyFiles files, PartChannel real, boolean isOld) throws IOException {
    this.files = files;
    this.real = real;
    forcedSize = isOld ? real.size() : 0;
  }

  @Override
  public @Nullable String key() {
    return real.key();
  }

  @Override
  public int write(ByteBuffer bytes, long position) throws IOException {
    int half = (bytes.remaining() + 1) / 2;
    return files.run(
        Kind.WRITE,
        () -> write(bytes, position, bytes.remaining()),
        () -> write(bytes, position, half));
  }

  private synchronized int write(ByteBuffer bytes, long position, int length) throws IOException {
    refuseClosed();
    for (long page = position / PAGE_BYTES; page * PAGE_BYTES < position + length; page++) {
      if (!dirty.containsKey(page)) {
        dirty.put(page, content(page));
      }
    }
    ByteBuffer some = bytes.duplicate().limit(bytes.position() + length);
    int written = 0;
    while (some.hasRemaining()) {
      written += real.write(some, position + written);
    }
    bytes.position(bytes.position() + written);
    return written;
  }

  private byte[] content(long page) throws IOException {
    ByteBuffer out = ByteBuffer.allocate(PAGE_BYTES);
    int read = 0;
    while (out.hasRemaining() && read >= 0) {
      read = real.read(out, page * PAGE_BYTES + out.position());
    }
    return out.array();
  }

  @Override
  public synchronized int read(ByteBuffer into, long position) throws IOException {
    refuseClosed();
    return real.read(into, position);
  }

  @Override
  public void force() throws IOException {
    files.run(
        Kind.FORCE,
        () -> {
          long size = beginForce();
          real.force();
          endForce(size);
          return true;
        },
        () -> beginForce() >= 0);
  }

  private synchronized long beginForce() throws IOException {
    refuseClosed();
    dirty.forEach(forcing::putIfAbsent); // of a page that a failed force left, the older one counts
    dirty = new HashMap<>();
    return real.size();
  }

  private synchronized void endForce(long size) {
    if (!files.isOff()) {
      forcing = new HashMap<>();
      forcedSize = size;
    }
  }

  @Override
  public synchronized long size() throws IOException {
    refuseClosed();
    return real.size();
  }

  @Override
  public void truncate(long size) throws IOException {
    files.run(
        Kind.TRUNCATE,
        () -> {
          truncateNow(size);
          return true;
        },
        null);
  }

  private synchronized void truncateNow(long size) throws IOException {
    refuseClosed();
    real.truncate(size);
    forcedSize = Math.min(forcedSize, size);
    dirty.keySet().removeIf(page -> page * PAGE_BYTES >= size);
    forcing.keySet().removeIf(page -> page * PAGE_BYTES >= size);
  }

  @Override
  public void preallocate(Preallocation how, long length, BooleanSupplier cancelled)
      throws IOException {
    files.run(
        Kind.PREALLOCATE,
        () -> {
          real.preallocate(how, length, cancelled);
          return true;
        },
        null);
  }

  /// What is not forced can still be lost, so the file stays open underneath.
  @Override
  public synchronized void close() {
    closed = true;
  }

  private void refuseClosed() throws ClosedChannelException {
    if (closed) {
      throw new ClosedChannelException();
    }
  }

  /// The power has gone: of what was not forced some is there, some is not, some is torn.
  synchronized void lose(Random random) throws IOException {
    dirty.forEach(forcing::putIfAbsent);
    long size = forcedSize;
    for (var page : new TreeMap<>(forcing).entrySet()) { // in order, for the sake of the seed
      long start = page.getKey() * PAGE_BYTES;
      int torn =
          switch (random.nextInt(3)) {
            case 0 -> 0; // not written
            case 1 -> PAGE_BYTES; // written
            default -> SECTOR_BYTES * random.nextInt(1, PAGE_BYTES / SECTOR_BYTES);
          };
      int end = (int) Math.min(PAGE_BYTES, real.size() - start);
      if (torn < end) {
        real.write(ByteBuffer.wrap(page.getValue(), torn, end - torn), start + torn);
      }
      size = torn == 0 ? size : Math.max(size, start + Math.min(torn, end));
    }
    if (real.size() > size) {
      real.truncate(size);
    }
    real.close();
  }
}
