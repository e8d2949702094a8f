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
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/// By which a file is known again in a later run: the number of its inode and when it was born, as
/// far as the file system keeps them.
///
/// The number of the device, which `BasicFileAttributes.fileKey` has in it, is left out: it is
/// another one when a stick has been plugged in again. The birth alone guards against an inode that
/// has been used again.
///
/// **Threads**: any.
final class FileKey {
  /// Before there were computers to be born on; if the birth follows it, it is only the time of the
  /// last change under another name.
  private static final FileTime LONG_AGO = FileTime.from(Instant.ofEpochSecond(315_576_000));

  /// They make inodes up as they go.
  private static final Set<String> MADE_UP_INODES =
      Set.of("vfat", "msdos", "exfat", "cifs", "smb3", "smbfs", "9p", "webdav", "davfs");

  /// How often what is known of a device is believed: its number may become another's.
  private static final int MOST_BELIEVED = 256;

  /// What is known of the devices, as to find the mount of a file takes long.
  private static final Map<Object, Known> KNOWN = new ConcurrentHashMap<>();

  private record Known(boolean hasInodes, AtomicInteger believed) {}

  private FileKey() {}

  /// The key of a file that has just been made and is still empty.
  ///
  /// @return null if the file system has nothing to know it by
  static @Nullable String ofNew(Path file) throws IOException {
    StringBuilder key = new StringBuilder();
    Object inode = inode(file);
    if (inode != null) {
      key.append("ino=").append(inode);
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
    return matches(file, seen, key);
  }

  /// The same, of a file that has just been looked at.
  static boolean matches(Path file, BasicFileAttributes seen, String key) {
    if (!seen.isRegularFile()) {
      return false;
    }
    for (String part : key.split(";", -1)) {
      boolean same =
          part.startsWith("ino=")
              ? part.equals("ino=" + inode(file))
              : part.equals("born=" + born(seen));
      if (!same) {
        return false;
      }
    }
    return true;
  }

  static BasicFileAttributes attributes(Path file) throws IOException {
    return Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
  }

  private static long born(BasicFileAttributes seen) {
    return seen.creationTime().toMillis();
  }

  /// @return null where there is none to know a file by
  private static @Nullable Object inode(Path file) {
    if (!file.getFileSystem().supportedFileAttributeViews().contains("unix")) {
      return null;
    }
    try {
      Map<String, Object> seen =
          Files.readAttributes(file, "unix:dev,ino", LinkOption.NOFOLLOW_LINKS);
      Object device = seen.get("dev");
      return device != null && hasInodes(file, device) ? seen.get("ino") : null;
    } catch (IOException e) {
      return null; // a mount that cannot be found is not one to be sure of
    }
  }

  private static boolean hasInodes(Path file, Object device) throws IOException {
    Known known = KNOWN.get(device);
    if (known == null || known.believed.incrementAndGet() > MOST_BELIEVED) {
      String type = Files.getFileStore(file).type().toLowerCase(Locale.ROOT);
      boolean hasInodes = !MADE_UP_INODES.contains(type) && !type.startsWith("fuse");
      known = new Known(hasInodes, new AtomicInteger());
      KNOWN.put(device, known);
    }
    return known.hasInodes;
  }
}
