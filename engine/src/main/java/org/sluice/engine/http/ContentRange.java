package org.sluice.engine.http;

import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The part that a 206 says it carries.
///
/// **Source**: RFC 9110, 14.4.
///
/// @param last offset of the last byte, that one included
/// @param total bytes of the whole representation; -1 if the server does not say
public record ContentRange(long first, long last, long total) {
  private static final Pattern FORM =
      Pattern.compile("bytes\\s+(\\d{1,18})-(\\d{1,18})/(\\d{1,18}|\\*)", Pattern.CASE_INSENSITIVE);

  private static final Pattern UNSATISFIED =
      Pattern.compile("bytes\\s+\\*/(\\d{1,18})", Pattern.CASE_INSENSITIVE);

  /// The total that a 416 tells: `bytes */1234`; empty if it is none.
  public static OptionalLong unsatisfiedTotal(String value) {
    Matcher m = UNSATISFIED.matcher(value.strip());
    return m.matches() ? OptionalLong.of(Long.parseLong(m.group(1))) : OptionalLong.empty();
  }

  /// Offset after the last byte.
  public long to() {
    return last + 1;
  }

  /// How many bytes the part has.
  public long length() {
    return last - first + 1;
  }

  /// Reads the field's value; empty if it is none.
  public static Optional<ContentRange> parse(String value) {
    Matcher m = FORM.matcher(value.strip());
    if (!m.matches()) {
      return Optional.empty();
    }
    long first = Long.parseLong(m.group(1));
    long last = Long.parseLong(m.group(2));
    long total = m.group(3).equals("*") ? -1 : Long.parseLong(m.group(3));
    if (last < first || (total >= 0 && last >= total)) {
      return Optional.empty();
    }
    return Optional.of(new ContentRange(first, last, total));
  }
}
