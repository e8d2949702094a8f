package org.sluice.engine.lab;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What a Range field asks of a file of a known size.
///
/// **Source** RFC 9110, section 14.1.2.
sealed interface ByteRange {
  /// Not a range that is understood: the whole file is the answer.
  record Whole() implements ByteRange {}

  /// A range that begins after the end: 416.
  record Unsatisfiable() implements ByteRange {}

  /// The bytes from one offset up to, and without, another.
  ///
  /// @param from the first offset
  /// @param to the offset after the last
  record Part(long from, long to) implements ByteRange {}

  /// Digits are limited so that every number fits in a long.
  Pattern SINGLE = Pattern.compile("bytes=(\\d{0,18})-(\\d{0,18})", Pattern.CASE_INSENSITIVE);

  static ByteRange of(String field, long size) {
    Matcher single = SINGLE.matcher(field.strip());
    if (!single.matches()) {
      return new Whole();
    }
    String first = single.group(1);
    String last = single.group(2);
    if (first.isEmpty()) {
      return last.isEmpty() ? new Whole() : suffix(Long.parseLong(last), size);
    }
    long from = Long.parseLong(first);
    long to = last.isEmpty() ? size : Math.min(size, Long.parseLong(last) + 1);
    if (!last.isEmpty() && Long.parseLong(last) < from) {
      return new Whole();
    }
    return from >= size ? new Unsatisfiable() : new Part(from, to);
  }

  private static ByteRange suffix(long length, long size) {
    if (length == 0 || size == 0) {
      return new Unsatisfiable();
    }
    return new Part(Math.max(0, size - length), size);
  }
}
