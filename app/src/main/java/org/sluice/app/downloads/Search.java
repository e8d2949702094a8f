package org.sluice.app.downloads;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/// What was typed to search for: a download is found if each of these words stands in its name or its
/// address.
///
/// @param words in lower case; none finds every download
record Search(List<String> words) {
  Search {
    words = List.copyOf(words);
  }

  static Search typed(String text) {
    return new Search(
        Stream.of(text.toLowerCase(Locale.ROOT).split("\\s+", -1))
            .filter(word -> !word.isEmpty())
            .toList());
  }

  boolean finds(DownloadRow row) {
    for (String word : words) {
      if (!row.searched().contains(word)) {
        return false;
      }
    }
    return true;
  }
}
