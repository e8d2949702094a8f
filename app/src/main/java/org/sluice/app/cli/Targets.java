package org.sluice.app.cli;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sluice.engine.download.FileNames;
import org.sluice.engine.error.TransferErrorCode;
import org.sluice.engine.error.TransferException;

/// Where each file goes; makes the folders that are missing, each only once.
///
/// **Threads**: confined to the loop.
final class Targets {
  private final Path directory;
  private final Set<Path> made = new HashSet<>();
  private final Set<Path> busy = new HashSet<>();

  Targets(Path directory) {
    this.directory = directory;
  }

  /// The file to write for `wanted`, which nobody else writes until it is [#free].
  ///
  /// @throws TransferException if the URL or the path is none, or the folder cannot be made
  Path take(Wanted wanted) throws TransferException {
    String path = wanted.path();
    Path target = resolve(path == null ? FileNames.fromUrl(wanted.url()) : path);
    makeParent(target.getParent());
    if (!busy.add(target)) {
      throw new TransferException(
          TransferErrorCode.WRITE_ERROR,
          target + " is being written at this moment, for another URL");
    }
    return target;
  }

  void free(Path target) {
    busy.remove(target);
  }

  private Path resolve(String path) throws TransferException {
    try {
      Path target = directory.resolve(path);
      if (target.getFileName() == null || target.getFileName().toString().isEmpty()) {
        throw new TransferException(
            TransferErrorCode.WRITE_ERROR, "\"" + path + "\" is not the path of a file");
      }
      return target;
    } catch (InvalidPathException e) {
      throw new TransferException(
          TransferErrorCode.WRITE_ERROR,
          "\"" + path + "\" is not a path on this system: " + e.getReason(),
          e);
    }
  }

  private void makeParent(@Nullable Path parent) throws TransferException {
    if (parent == null || !made.add(parent)) {
      return;
    }
    try {
      Files.createDirectories(parent);
    } catch (FileAlreadyExistsException e) {
      made.remove(parent);
      throw new TransferException(
          TransferErrorCode.WRITE_ERROR, parent + " is a file, not a folder", e);
    } catch (IOException e) {
      made.remove(parent);
      throw new TransferException(
          TransferErrorCode.WRITE_ERROR, "The folder " + parent + " cannot be made: " + e, e);
    }
  }
}
