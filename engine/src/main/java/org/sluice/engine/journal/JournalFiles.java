package org.sluice.engine.journal;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/// The files of a journal in its folder.
///
/// All are readable by their owner only: addresses, cookies and passwords stand in them.
record JournalFiles(Path folder) {
  /// How many sets of damaged files are kept; older ones are deleted.
  static final int MOST_SET_ASIDE = 5;

  private static final String ASIDE = "journal-damaged-";
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmssSSS'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);
  private static final Set<PosixFilePermission> OWNER_FILE =
      PosixFilePermissions.fromString("rw-------");
  private static final Set<PosixFilePermission> OWNER_FOLDER =
      PosixFilePermissions.fromString("rwx------");

  Path database() {
    return folder.resolve("journal.db");
  }

  /// SQLite's write-ahead log.
  Path log() {
    return folder.resolve("journal.db-wal");
  }

  /// SQLite's shared memory; only a program that looked into the journal leaves one.
  Path sharedMemory() {
    return folder.resolve("journal.db-shm");
  }

  /// The second generation.
  Path backup() {
    return folder.resolve("journal.bak");
  }

  Path mark() {
    return folder.resolve("journal.mark");
  }

  Path reserve() {
    return folder.resolve("journal.reserve");
  }

  Path lock() {
    return folder.resolve("journal.lock");
  }

  /// A complete database that has yet to take the place of a damaged one.
  Path rebuilt() {
    return folder.resolve("journal.rebuilt");
  }

  /// What is being written and worth nothing before it has its name.
  Path unfinished(Path of) {
    return of.resolveSibling(of.getFileName() + ".new");
  }

  void makeFolder() throws IOException {
    if (!Files.isDirectory(folder)) {
      Files.createDirectories(folder, attributes(OWNER_FOLDER));
    }
  }

  /// An empty file for the owner only, in place of what was there.
  void makeEmpty(Path file) throws IOException {
    Files.deleteIfExists(file);
    Files.createFile(file, attributes(OWNER_FILE));
  }

  /// Makes the file for the owner only if there is none.
  void makeIfMissing(Path file) throws IOException {
    try {
      Files.createFile(file, attributes(OWNER_FILE));
    } catch (FileAlreadyExistsException e) {
      if (!Files.isRegularFile(file)) {
        throw e;
      }
    }
  }

  /// Puts a finished file in the place of another, in one step, and onto the disk.
  void moveInto(Path finished, Path target) throws IOException {
    try (FileChannel channel = FileChannel.open(finished, StandardOpenOption.WRITE)) {
      channel.force(true);
    }
    Files.move(
        finished, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    forceFolder();
  }

  /// Brings names to the disk; Windows does it by itself and has no way to ask for it.
  void forceFolder() throws IOException {
    if (isPosix()) {
      try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
        channel.force(true);
      }
    }
  }

  /// Where damaged files go: a name that is free, to which `-wal` may be appended.
  Path setAside(Instant now) {
    String name = ASIDE + TIME.format(now);
    Path path = folder.resolve(name + ".db");
    for (int i = 2; Files.exists(path) || Files.exists(logOf(path)); i++) {
      path = folder.resolve(name + "-" + i + ".db");
    }
    return path;
  }

  static Path logOf(Path database) {
    return database.resolveSibling(database.getFileName() + "-wal");
  }

  /// Deletes the oldest of what was set aside.
  void forgetOldest() throws IOException {
    List<Path> aside = new ArrayList<>();
    try (Stream<Path> files = Files.list(folder)) {
      files.filter(JournalFiles::isSetAside).sorted().forEach(aside::add);
    }
    for (int i = 0; i < aside.size() - MOST_SET_ASIDE; i++) {
      Files.deleteIfExists(logOf(aside.get(i)));
      Files.delete(aside.get(i));
    }
  }

  private static boolean isSetAside(Path file) {
    String name = file.getFileName().toString();
    return name.startsWith(ASIDE) && name.endsWith(".db");
  }

  private FileAttribute<?>[] attributes(Set<PosixFilePermission> permissions) {
    return isPosix()
        ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(permissions)}
        : new FileAttribute<?>[0];
  }

  private boolean isPosix() {
    return folder.getFileSystem().supportedFileAttributeViews().contains("posix");
  }
}
