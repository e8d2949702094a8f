package org.sluice.engine.journal;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A list of records in one text column: a record is a line with a line feed at its end, its fields have
/// a tab between them and are [EscapedText].
final class Lines {
  private final StringBuilder out = new StringBuilder();

  Lines add(@Nullable String... fields) {
    for (int i = 0; i < fields.length; i++) {
      if (i > 0) {
        out.append('\t');
      }
      out.append(EscapedText.escapeOrNull(fields[i]));
    }
    out.append('\n');
    return this;
  }

  @Override
  public String toString() {
    return out.toString();
  }

  /// @param fieldCount of every record
  /// @throws IllegalArgumentException for what [#add] does not make
  static List<List<@Nullable String>> parse(String text, int fieldCount) {
    List<List<@Nullable String>> records = new ArrayList<>();
    int from = 0;
    while (from < text.length()) {
      int end = text.indexOf('\n', from);
      if (end < 0) {
        throw new IllegalArgumentException("the last line has no end");
      }
      records.add(fields(text, from, end, fieldCount));
      from = end + 1;
    }
    return records;
  }

  private static List<@Nullable String> fields(String text, int from, int end, int count) {
    List<@Nullable String> fields = new ArrayList<>(count);
    int start = from;
    while (start <= end) {
      int tab = text.indexOf('\t', start, end);
      int stop = tab < 0 ? end : tab;
      fields.add(EscapedText.unescapeOrNull(text.substring(start, stop)));
      start = stop + 1;
    }
    if (fields.size() != count) {
      throw new IllegalArgumentException(fields.size() + " fields in a line instead of " + count);
    }
    return fields;
  }
}
