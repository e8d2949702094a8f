package org.sluice.app.cli;

import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sluice.app.pattern.NameTemplate;
import org.sluice.app.pattern.UrlPattern;

/// The files that the arguments name, then those of the list, read as they are needed.
///
/// A line of the list is `URL` or `URL<TAB>PATH`; empty lines and those that start with `#` are
/// skipped. What is in a list is no pattern: addresses that programs have written often have
/// brackets in them.
///
/// **Threads**: one at a time.
final class WantedFiles implements Closeable {
  private final Iterator<UrlPattern> patterns;
  private final @Nullable String path;
  private final @Nullable BufferedReader list;
  private @Nullable UrlPattern pattern;
  private long index;
  private @Nullable Wanted peeked;

  private WantedFiles(
      List<UrlPattern> patterns, @Nullable String path, @Nullable BufferedReader list) {
    this.patterns = patterns.iterator();
    this.path = path;
    this.list = list;
  }

  /// @param wanted to which there is no objection
  /// @param list file to read, or null
  /// @throws IOException if the list cannot be opened
  static WantedFiles of(GetWanted wanted, @Nullable Path list) throws IOException {
    return new WantedFiles(
        wanted.parsed(), wanted.output(), list == null ? null : Files.newBufferedReader(list));
  }

  /// The next one without taking it, or null after the last.
  @Nullable Wanted peek() throws IOException {
    if (peeked == null) {
      peeked = read();
    }
    return peeked;
  }

  /// The next one, or null after the last.
  @Nullable Wanted next() throws IOException {
    Wanted next = peek();
    peeked = null;
    return next;
  }

  private @Nullable Wanted read() throws IOException {
    UrlPattern current = pattern;
    if (current == null || index == current.count()) {
      if (!patterns.hasNext()) {
        return nextOfList();
      }
      current = patterns.next();
      pattern = current;
      index = 0;
    }
    UrlPattern.Address address = current.address(index++);
    String file = path == null ? null : NameTemplate.fill(path, address.values(), address.named());
    return new Wanted(address.url(), file);
  }

  private @Nullable Wanted nextOfList() throws IOException {
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
