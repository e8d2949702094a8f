package org.sluice.app.cli;

import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The files that the arguments name, then those of the list, read as they are needed.
///
/// A line of the list is `URL` or `URL<TAB>PATH`; empty lines and those that start with `#` are
/// skipped.
///
/// **Threads**: one at a time.
final class WantedFiles implements Closeable {
  private final Iterator<String> urls;
  private final @Nullable String path;
  private final @Nullable BufferedReader list;

  private WantedFiles(List<String> urls, @Nullable String path, @Nullable BufferedReader list) {
    this.urls = urls.iterator();
    this.path = path;
    this.list = list;
  }

  /// @param path for the only URL; null for none
  /// @param list file to read, or null
  /// @throws IOException if the list cannot be opened
  static WantedFiles of(List<String> urls, @Nullable String path, @Nullable Path list)
      throws IOException {
    return new WantedFiles(urls, path, list == null ? null : Files.newBufferedReader(list));
  }

  /// The next one, or null after the last.
  @Nullable Wanted next() throws IOException {
    if (urls.hasNext()) {
      return new Wanted(urls.next(), path);
    }
    if (list == null) {
      return null;
    }
    for (String line = list.readLine(); line != null; line = list.readLine()) {
      Wanted wanted = parse(line);
      if (wanted != null) {
        return wanted;
      }
    }
    return null;
  }

  static @Nullable Wanted parse(String line) {
    int tab = line.indexOf('\t');
    String url = (tab < 0 ? line : line.substring(0, tab)).strip();
    if (url.isEmpty() || url.charAt(0) == '#') {
      return null;
    }
    String path = tab < 0 ? "" : line.substring(tab + 1).strip();
    return new Wanted(url, path.isEmpty() ? null : path);
  }

  @Override
  public void close() throws IOException {
    if (list != null) {
      list.close();
    }
  }
}
