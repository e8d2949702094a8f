package org.sluice.engine.disk;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributeView;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The file system as it is.
///
/// **Threads**: stateless; every call may wait for the disk.
public final class SystemFiles implements FileLayer {
  /// So many old files of one name are kept, and no more.
  private static final int MOST_ASIDE = 999;

  /// A file with holes stays one on Windows, where a write behind the end would fill it with zeros.
  private static final Set<OpenOption> CREATE =
      Set.of(
          StandardOpenOption.CREATE_NEW,
          StandardOpenOption.SPARSE,
          StandardOpenOption.READ,
          StandardOpenOption.WRITE,
          LinkOption.NOFOLLOW_LINKS);

  private static final Set<OpenOption> REOPEN =
      Set.of(StandardOpenOption.READ, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS);

  /// Most files go where the one before went.
  private volatile @Nullable RealFolder lastFolder;

  private record RealFolder(Path asked, Path real) {}

  public SystemFiles() {}

  @Override
  public Path folder(Path folder) throws IOException {
    RealFolder known = lastFolder;
    if (known != null && known.asked.equals(folder) && Files.isDirectory(known.real)) {
      return known.real;
    }
    Path real = Folders.make(folder);
    lastFolder = new RealFolder(folder, real);
    return real;
  }

  @Override
  public PartChannel create(Path part) throws IOException {
    FileChannel channel = FileChannel.open(part, CREATE);
    try {
      return new SystemChannel(part, channel, FileKey.ofNew(part));
    } catch (IOException e) {
      channel.close();
      Files.deleteIfExists(part); // nobody else knows of it
      throw e;
    }
  }

  @Override
  public PartChannel reopen(Path part, @Nullable String key) throws IOException {
    refuseOthers(part, key); // before it is opened: that of a pipe would wait for its other end
    FileChannel channel = FileChannel.open(part, REOPEN);
    try {
      refuseOthers(part, key);
      return new SystemChannel(part, channel, key);
    } catch (IOException e) {
      channel.close();
      throw e;
    }
  }

  @Override
  public boolean exists(Path file) {
    return Files.exists(file, LinkOption.NOFOLLOW_LINKS);
  }

  @Override
  public boolean isRegularFile(Path file) {
    return Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS);
  }

  @Override
  public boolean isLink(Path file) {
    return Files.isSymbolicLink(file);
  }

  @Override
  public boolean isKnown(Path file, String key) throws IOException {
    return FileKey.matches(file, key);
  }

  @Override
  public void claim(Path part, @Nullable String key, Path target, boolean overwrite)
      throws IOException {
    if (key != null && FileKey.matches(target, key)) {
      if (FileKey.matches(part, key)) { // else its name is another's by now
        Files.deleteIfExists(part); // an earlier claim was cut off between its two steps
      }
      return;
    }
    refuseOthers(part, key);
    if (overwrite) {
      replace(part, target);
    } else {
      linkOrMove(part, target);
    }
  }

  @Override
  public boolean delete(Path file, @Nullable String key) throws IOException {
    if (!exists(file)) {
      return false;
    }
    refuseOthers(file, key);
    return Files.deleteIfExists(file);
  }

  @Override
  public Path moveAside(Path file) throws IOException {
    refuseOthers(file, null);
    for (int i = 1; i <= MOST_ASIDE; i++) {
      Path aside = file.resolveSibling(file.getFileName() + ".old-" + i);
      try {
        linkOrMove(file, aside);
        return aside;
      } catch (FileAlreadyExistsException e) {
        // the next number
      }
    }
    throw new FileAlreadyExistsException(file.toString(), null, "too many old files beside it");
  }

  @Override
  public void forceFolder(Path folder) throws IOException {
    Folders.force(folder);
  }

  @Override
  public Volume volume(Path folder) throws IOException {
    return Folders.volume(folder);
  }

  @Override
  public void lastModified(Path file, Instant time) throws IOException {
    Files.getFileAttributeView(file, BasicFileAttributeView.class, LinkOption.NOFOLLOW_LINKS)
        .setTimes(FileTime.from(time), null, null);
  }

  @Override
  public void webMark(Path file, WebMark mark) throws IOException {
    WebMarks.write(file, mark);
  }

  /// Takes the name only if it is free, in one step: on Unix a rename would replace a file that
  /// somebody else has made in between, a second link never does.
  private static void linkOrMove(Path from, Path to) throws IOException {
    try {
      Files.createLink(to, from);
    } catch (FileAlreadyExistsException e) {
      throw e;
    } catch (FileSystemException | UnsupportedOperationException e) {
      Files.move(from, to); // FAT, for one, has no links
      return;
    }
    Files.delete(from);
  }

  private static void replace(Path part, Path target) throws IOException {
    if (Files.exists(target, LinkOption.NOFOLLOW_LINKS)
        && !Files.isRegularFile(target, LinkOption.NOFOLLOW_LINKS)) {
      // never put a file in the place of a device, a folder or a link
      throw new FileAlreadyExistsException(target.toString());
    }
    try {
      Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(part, target, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  private static void refuseOthers(Path file, @Nullable String key) throws IOException {
    BasicFileAttributes seen = FileKey.attributes(file);
    if (seen.isSymbolicLink()) {
      throw new NotOurFileException(file, "it is a symbolic link now");
    }
    if (!seen.isRegularFile()) {
      throw new NotOurFileException(file, "it is no file now");
    }
    if (key != null && !FileKey.matches(file, seen, key)) {
      throw new NotOurFileException(file, "another file has its name now");
    }
  }
}
