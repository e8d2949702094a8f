package org.sluice.engine.instance;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/// The files by which processes find each other in a data folder: `lock`, `control.sock`, and, where the
/// path of that is too long for a socket, `control.path` with the path of one that is not.
///
/// @param folder absolute
record ControlFiles(Path folder) {
  /// The most that fits into `sun_path` everywhere: 104 bytes on macOS, with a zero at the end.
  static final int MOST_PATH_BYTES = 103;

  private static final String SOCKET = "control.sock";
  private static final String SHORT_FOLDER = "sluice-";

  /// Makes what is not there.
  static ControlFiles of(Path folder) throws IOException {
    ControlFiles files = new ControlFiles(folder.toAbsolutePath().normalize());
    if (!Files.isDirectory(files.folder)) {
      Files.createDirectories(files.folder, files.permissions("rwx------"));
    }
    try {
      Files.createFile(files.lock(), files.permissions("rw-------"));
    } catch (FileAlreadyExistsException e) {
      if (!Files.isRegularFile(files.lock())) {
        throw e;
      }
    }
    return files;
  }

  Path lock() {
    return folder.resolve("lock");
  }

  private Path plainSocket() {
    return folder.resolve(SOCKET);
  }

  private Path pointer() {
    return folder.resolve("control.path");
  }

  /// Where the first process listens, or will.
  Path socket() throws IOException {
    if (fits(plainSocket())) {
      return plainSocket();
    }
    try {
      return Path.of(Files.readString(pointer(), StandardCharsets.UTF_8));
    } catch (NoSuchFileException e) {
      return plainSocket(); // not yet: nobody can listen there
    }
  }

  /// Clears away what a process that was killed left, and says where to listen. Only for who has the lock.
  Path makeSocketPath() throws IOException {
    clear();
    if (fits(plainSocket())) {
      return plainSocket();
    }
    Path path = Files.createTempDirectory(SHORT_FOLDER).resolve(SOCKET);
    if (!fits(path)) {
      Files.delete(path.getParent());
      path = Files.createTempDirectory(Path.of("/tmp"), SHORT_FOLDER).resolve(SOCKET);
    }
    Path unfinished = folder.resolve("control.path.new");
    Files.deleteIfExists(unfinished);
    Files.createFile(unfinished, permissions("rw-------"));
    Files.writeString(unfinished, path.toString(), StandardOpenOption.WRITE);
    Files.move(
        unfinished, pointer(), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    return path;
  }

  /// Deletes the socket and, if it has one, its own folder.
  void clear() throws IOException {
    Files.deleteIfExists(plainSocket());
    if (!Files.exists(pointer())) {
      return;
    }
    Path path = socket();
    Path parent = path.getParent();
    Files.delete(pointer());
    if (parent != null
        && path.endsWith(SOCKET)
        && parent.getFileName().toString().startsWith(SHORT_FOLDER)) {
      Files.deleteIfExists(path);
      try {
        Files.deleteIfExists(parent);
      } catch (DirectoryNotEmptyException e) {
        System.getLogger(ControlFiles.class.getName())
            .log(System.Logger.Level.DEBUG, "somebody else's files in " + parent, e);
      }
    }
  }

  /// Lets nobody else connect.
  void protect(Path socket) throws IOException {
    if (isPosix()) {
      Files.setPosixFilePermissions(socket, PosixFilePermissions.fromString("rw-------"));
    }
  }

  private static boolean fits(Path path) {
    return path.toString().getBytes(StandardCharsets.UTF_8).length <= MOST_PATH_BYTES;
  }

  private boolean isPosix() {
    return folder.getFileSystem().supportedFileAttributeViews().contains("posix");
  }

  private FileAttribute<?>[] permissions(String permissions) {
    return isPosix()
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
        }
        : new FileAttribute<?>[0];
  }
}
