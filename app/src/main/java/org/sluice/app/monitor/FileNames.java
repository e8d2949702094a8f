package org.sluice.app.monitor;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;

/// Chooses the name under which a download is saved.
final class FileNames {
  private static final String FALLBACK = "download";
  private static final int LONGEST = 180;

  private FileNames() {}

  /// The last part of the URL's path, without what a file system could misread.
  static String fromUrl(String url) {
    try {
      URI uri = new URI(url);
      String path = uri.getPath() == null ? "" : uri.getPath();
      String last = path.substring(path.lastIndexOf('/') + 1);
      String host = uri.getHost() == null ? FALLBACK : uri.getHost();
      return clean(last.isEmpty() ? host : last);
    } catch (URISyntaxException e) {
      return FALLBACK;
    }
  }

  /// A path in `folder` that neither exists nor is `taken`: with a number if need be.
  static Path free(Path folder, String name, Set<Path> taken) {
    Path path = folder.resolve(name);
    int dot = name.lastIndexOf('.');
    String stem = dot > 0 ? name.substring(0, dot) : name;
    String suffix = dot > 0 ? name.substring(dot) : "";
    for (int n = 2; taken.contains(path) || Files.exists(path); n++) {
      path = folder.resolve(stem + " (" + n + ")" + suffix);
    }
    return path;
  }

  private static String clean(String name) {
    String safe = name.replaceAll("[\\p{Cntrl}/\\\\:*?\"<>|]", "_").strip();
    while (safe.startsWith(".") || safe.endsWith(".")) {
      safe = safe.startsWith(".") ? safe.substring(1) : safe.substring(0, safe.length() - 1);
    }
    if (safe.length() > LONGEST) {
      safe = safe.substring(safe.length() - LONGEST);
    }
    return safe.isBlank() ? FALLBACK : safe;
  }
}
