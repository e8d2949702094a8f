package org.sluice.engine.disk;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.sluice.engine.item.FileWish.Preallocation;

/// Real files on a disk that writes only when it is told to.
///
/// **Threads**: any.
public final class SlowFiles implements FileLayer {
  private final FileLayer real = new SystemFiles();
  private final Predicate<Path> isSlow;

  /// So many writes to slow files may go on.
  private final Semaphore writes = new Semaphore(0);

  /// So many forces of slow files may go on.
  private final Semaphore forces = new Semaphore(0);

  /// So many reads of slow files may go on, once they wait at all.
  private final Semaphore reads = new Semaphore(0);

  private volatile boolean readsWait;

  private final Set<Path> atWrite = ConcurrentHashMap.newKeySet();
  private final Set<Path> atForce = ConcurrentHashMap.newKeySet();

  /// @param isSlow which part files
  public SlowFiles(Predicate<Path> isSlow) {
    this.isSlow = isSlow;
  }

  public void letWrite(int many) {
    writes.release(many);
  }

  public void letForce(int many) {
    forces.release(many);
  }

  /// From now on reads wait too, until [#letRead].
  public void holdReads() {
    readsWait = true;
  }

  public void letRead(int many) {
    reads.release(many);
  }

  /// The files in whose write somebody is.
  public Set<Path> atWrite() {
    return Set.copyOf(atWrite);
  }

  /// The files in whose force somebody is.
  public Set<Path> atForce() {
    return Set.copyOf(atForce);
  }

  @Override
  public Path folder(Path folder) throws IOException {
    return real.folder(folder);
  }

  @Override
  public PartChannel create(Path part) throws IOException {
    return wrapped(part, real.create(part));
  }

  @Override
  public PartChannel reopen(Path part, @Nullable String key) throws IOException {
    return wrapped(part, real.reopen(part, key));
  }

  private PartChannel wrapped(Path part, PartChannel channel) {
    return isSlow.test(part) ? new SlowChannel(part, channel) : channel;
  }

  @Override
  public boolean exists(Path file) {
    return real.exists(file);
  }

  @Override
  public boolean isRegularFile(Path file) {
    return real.isRegularFile(file);
  }

  @Override
  public boolean isLink(Path file) {
    return real.isLink(file);
  }

  @Override
  public boolean isKnown(Path file, String key) throws IOException {
    return real.isKnown(file, key);
  }

  @Override
  public void claim(Path part, @Nullable String key, Path target, boolean overwrite)
      throws IOException {
    real.claim(part, key, target, overwrite);
  }

  @Override
  public boolean delete(Path file, @Nullable String key) throws IOException {
    return real.delete(file, key);
  }

  @Override
  public Path moveAside(Path file) throws IOException {
    return real.moveAside(file);
  }

  @Override
  public void forceFolder(Path folder) throws IOException {
    real.forceFolder(folder);
  }

  @Override
  public Volume volume(Path folder) throws IOException {
    return real.volume(folder);
  }

  @Override
  public void lastModified(Path file, Instant time) throws IOException {
    real.lastModified(file, time);
  }

  @Override
  public void webMark(Path file, WebMark mark) throws IOException {
    real.webMark(file, mark);
  }

  private final class SlowChannel implements PartChannel {
    private final Path part;
    private final PartChannel channel;

    SlowChannel(Path part, PartChannel channel) {
      this.part = part;
      this.channel = channel;
    }

    @Override
    public @Nullable String key() {
      return channel.key();
    }

    @Override
    public int write(ByteBuffer bytes, long position) throws IOException {
      atWrite.add(part);
      writes.acquireUninterruptibly();
      atWrite.remove(part);
      return channel.write(bytes, position);
    }

    @Override
    public int read(ByteBuffer into, long position) throws IOException {
      if (readsWait) {
        reads.acquireUninterruptibly();
      }
      return channel.read(into, position);
    }

    @Override
    public void force() throws IOException {
      atForce.add(part);
      forces.acquireUninterruptibly();
      atForce.remove(part);
      channel.force();
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
      channel.preallocate(how, length, cancelled);
    }

    @Override
    public void close() throws IOException {
      channel.close();
    }
  }
}
