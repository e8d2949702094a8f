package org.sluice.engine.download;

import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import org.sluice.engine.error.TransferException;
import org.sluice.engine.http.Url;
import org.sluice.engine.name.SafeName;

/// Names for files that come from the network, safe on every system; the rules are those of
/// [SafeName].
public final class FileNames {
  /// Of UTF-8.
  public static final int MAX_BYTES = SafeName.MAX_BYTES;

  /// For a URL that names nothing.
  public static final String DEFAULT = "download";

  private FileNames() {}

  /// The file name that a URL suggests.
  ///
  /// @throws TransferException if it is no URL
  public static String fromUrl(String url) throws TransferException {
    return fromUrl(Url.parse(url));
  }

  /// The file name that a URL suggests: its last segment, made safe.
  public static String fromUrl(Url url) {
    return safe(url.lastSegment());
  }

  /// `given` without anything that a file system could take for more than a name.
  public static String safe(String given) {
    String name = SafeName.of(given);
    return name == null ? DEFAULT : name;
  }

  /// `name` if no file in `directory` has it, else the first free one of `stem (1).ext`, `stem
  /// (2).ext` and so on.
  public static String unused(Path directory, String name) {
    String candidate = name;
    for (int i = 1; isTaken(directory, candidate); i++) {
      candidate = SafeName.numbered(name, i);
    }
    return candidate;
  }

  private static boolean isTaken(Path directory, String name) {
    return Files.exists(directory.resolve(name), LinkOption.NOFOLLOW_LINKS)
        || Files.exists(directory.resolve(name + ".part"), LinkOption.NOFOLLOW_LINKS);
  }
}
