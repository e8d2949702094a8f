package org.sluice.engine.download;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.sluice.engine.disk.FileLayer;
import org.sluice.engine.disk.PartChannel;
import org.sluice.engine.disk.SystemFiles;
import org.sluice.engine.disk.Volume;
import org.sluice.engine.disk.WebMark;
import org.sluice.engine.item.FileWish.Preallocation;
import org.sluice.engine.item.ItemId;
import org.sluice.engine.item.ItemState;
import org.sluice.engine.item.StateReason;

/// A volume that is full stops all its downloads, and lets them go on when it has room.
class FullDiskTest extends DownloadsTestBase {
  private final AtomicBoolean full = new AtomicBoolean();

  @Override
  World world() {
    return World.real().files(new FillingFiles(new SystemFiles(), full));
  }

  @Test
  void allStopAndGoOnByThemselves() {
    ItemId one = add("/paced/6m?rate=1m");
    ItemId two = add("/paced/5m?rate=1m");
    await(one, view -> view.amount().received() > 1 << 19, "some bytes");
    await(two, view -> view.amount().received() > 1 << 19, "some bytes");
    full.set(true);
    ItemView paused = await(one, ItemState.PAUSED);
    assertThat(paused.standing().reason()).isEqualTo(StateReason.DISK_FULL);
    assertThat(paused.standing().sentence()).isNotEmpty();
    ItemView other = await(two, ItemState.PAUSED);
    assertThat(other.standing().reason()).isEqualTo(StateReason.DISK_FULL);
    full.set(false);
    complete(one);
    complete(two);
    assertLabFile(view(one), 6 << 20);
    assertLabFile(view(two), 5 << 20);
  }

  /// Real files on a volume that can be told to be full.
  private record FillingFiles(FileLayer real, AtomicBoolean full) implements FileLayer {
    @Override
    public Path folder(Path folder) throws IOException {
      return real.folder(folder);
    }

    @Override
    public PartChannel create(Path part) throws IOException {
      return new FillingChannel(real.create(part), full);
    }

    @Override
    public PartChannel reopen(Path part, @Nullable String key) throws IOException {
      return new FillingChannel(real.reopen(part, key), full);
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
      Volume volume = real.volume(folder);
      return full.get() ? new Volume(volume.id(), 0, volume.totalBytes()) : volume;
    }

    @Override
    public void lastModified(Path file, Instant time) throws IOException {
      real.lastModified(file, time);
    }

    @Override
    public void webMark(Path file, WebMark mark) throws IOException {
      real.webMark(file, mark);
    }
  }

  private record FillingChannel(PartChannel real, AtomicBoolean full) implements PartChannel {
    @Override
    public @Nullable String key() {
      return real.key();
    }

    @Override
    public int write(ByteBuffer bytes, long position) throws IOException {
      if (full.get()) {
        throw new FileSystemException("part", null, "No space left on device");
      }
      return real.write(bytes, position);
    }

    @Override
    public int read(ByteBuffer into, long position) throws IOException {
      return real.read(into, position);
    }

    @Override
    public void force() throws IOException {
      real.force();
    }

    @Override
    public long size() throws IOException {
      return real.size();
    }

    @Override
    public void truncate(long size) throws IOException {
      real.truncate(size);
    }

    @Override
    public void preallocate(Preallocation how, long length, BooleanSupplier cancelled)
        throws IOException {
      real.preallocate(how, length, cancelled);
    }

    @Override
    public void close() throws IOException {
      real.close();
    }
  }
}
