package org.sluice.engine.disk;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/// What can be asked of a folder, and done to it.
///
/// **Threads**: stateless; every call may wait for the disk.
final class Folders {
  private static final boolean WINDOWS = Path.of("").getFileSystem().getSeparator().equals("\\");

  private Folders() {}

  static Path make(Path folder) throws IOException {
    Files.createDirectories(folder);
    return folder.toRealPath();
  }

  static void force(Path folder) throws IOException {
    if (WINDOWS) {
      return; // a folder is not opened there, and NTFS keeps a journal of names itself
    }
    try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
      channel.force(true);
    } catch (IOException e) {
      if (!ErrorWords.saysNotSupported(e)) {
        throw e;
      }
    }
  }

  static Volume volume(Path folder) throws IOException {
    FileStore store;
    try {
      store = Files.getFileStore(folder);
    } catch (IOException e) {
      return withoutMount(folder, e);
    }
    return new Volume(
        id(folder, store),
        Math.max(0, store.getUsableSpace()),
        Math.max(0, store.getTotalSpace())); // negative where it is more than a long
  }

  /// Some containers hide the mount that a folder is on.
  private static Volume withoutMount(Path folder, IOException why) throws IOException {
    long total = folder.toFile().getTotalSpace();
    if (total == 0) {
      throw why;
    }
    return new Volume(device(folder), folder.toFile().getUsableSpace(), total);
  }

  private static String id(Path folder, FileStore store) throws IOException {
    if (folder.getFileSystem().supportedFileAttributeViews().contains("unix")) {
      return device(folder);
    }
    return WINDOWS
        ? store.type() + " " + store.getAttribute("volume:vsn")
        : store.type() + " " + store.name();
  }

  private static String device(Path folder) throws IOException {
    return "dev=" + Files.getAttribute(folder, "unix:dev", LinkOption.NOFOLLOW_LINKS);
  }
}
