package org.sluice.engine.disk;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// By which a file is known again in a later run: the number of its inode and when it was born, as
/// far as the file system keeps them.
///
/// The number of the device, which `BasicFileAttributes.fileKey` has in it, is left out: it is
/// another one when a stick has been plugged in again. The birth alone guards against an inode that
/// has been used again.
///
/// **Threads**: stateless.
final class FileKey {
  /// Before there were computers to be born on; if the birth follows it, it is only the time of the
  /// last change under another name.
  private static final FileTime LONG_AGO = FileTime.from(Instant.ofEpochSecond(315_576_000));

  /// They make inodes up as they go.
  private static final Set<String> MADE_UP_INODES =
      Set.of("vfat", "msdos", "exfat", "cifs", "smb3", "smbfs", "9p", "webdav", "davfs");

  /// Of each device whether it has them: its type stands in a list of all mounts, which is long to
  /// read.
  private static final Map<Object, Boolean> INODES = new ConcurrentHashMap<>();

  private FileKey() {}

  /// The key of a file that has just been made and is still empty.
  ///
  /// @return null if the file system has nothing to know it by
  static @Nullable String ofNew(Path file) throws IOException {
    StringBuilder key = new StringBuilder();
    if (hasInodes(file)) {
      key.append("ino=").append(inode(file));
    }
    Files.setLastModifiedTime(file, LONG_AGO);
    BasicFileAttributes seen = attributes(file);
    if (!seen.creationTime().equals(seen.lastModifiedTime())
        && seen.creationTime().toMillis() > LONG_AGO.toMillis()) {
      key.append(key.isEmpty() ? "" : ";").append("born=").append(born(seen));
    }
    return key.isEmpty() ? null : key.toString();
  }

  /// Whether the regular file at `file` is the one with this key; false if there is none.
  static boolean matches(Path file, String key) throws IOException {
    BasicFileAttributes seen;
    try {
      seen = attributes(file);
    } catch (NoSuchFileException e) {
      return false;
    }
    if (!seen.isRegularFile()) {
      return false;
    }
    for (String part : key.split(";", -1)) {
      boolean same =
          part.startsWith("ino=")
              ? hasInodes(file) && part.equals("ino=" + inode(file))
              : part.equals("born=" + born(seen));
      if (!same) {
        return false;
      }
    }
    return true;
  }

  private static BasicFileAttributes attributes(Path file) throws IOException {
    return Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
  }

  private static long born(BasicFileAttributes seen) {
    return seen.creationTime().toMillis();
  }

  private static Object inode(Path file) throws IOException {
    return Files.getAttribute(file, "unix:ino", LinkOption.NOFOLLOW_LINKS);
  }

  private static boolean hasInodes(Path file) {
    if (!file.getFileSystem().supportedFileAttributeViews().contains("unix")) {
      return false;
    }
    try {
      Object device = Files.getAttribute(file, "unix:dev", LinkOption.NOFOLLOW_LINKS);
      Boolean known = INODES.get(device);
      if (known != null) {
        return known;
      }
      String type = Files.getFileStore(file).type().toLowerCase(Locale.ROOT);
      boolean has = !MADE_UP_INODES.contains(type) && !type.startsWith("fuse");
      INODES.put(device, has);
      return has;
    } catch (IOException e) {
      return false; // a mount that cannot be found is not one to be sure of
    }
  }
}
