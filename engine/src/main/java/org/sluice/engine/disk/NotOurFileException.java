package org.sluice.engine.disk;

import java.io.Serial;
import java.nio.file.FileSystemException;
import java.nio.file.Path;

/// There is another file now where this program had one.
public final class NotOurFileException extends FileSystemException {
  @Serial private static final long serialVersionUID = 1;

  public NotOurFileException(Path file, String reason) {
    super(file.toString(), null, reason);
  }
}
