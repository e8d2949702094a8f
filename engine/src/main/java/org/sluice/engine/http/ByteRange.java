package org.sluice.engine.http;

/// A part of a representation, in bytes.
///
/// **Source**: RFC 9110, 14.1.2.
///
/// @param first offset of the first byte, from 0
/// @param last offset of the last byte, that one included; [#TO_END] for all the rest
public record ByteRange(long first, long last) {
  public static final long TO_END = -1;

  public ByteRange {
    if (first < 0 || (last != TO_END && last < first)) {
      throw new IllegalArgumentException("not a byte range: " + first + "-" + last);
    }
  }

  public static ByteRange from(long first) {
    return new ByteRange(first, TO_END);
  }

  /// The value of the Range field.
  public String fieldValue() {
    return "bytes=" + first + "-" + (last == TO_END ? "" : Long.toString(last));
  }
}
