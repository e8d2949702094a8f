package org.sluice.engine.range;

/// The bytes from one offset up to another, that one left out; never empty.
///
/// **Units**: bytes from the start of the file.
///
/// @param from offset of the first byte
/// @param to offset after the last byte
public record Span(long from, long to) {
  public Span {
    if (from < 0 || to <= from) {
      throw new IllegalArgumentException("not a span of bytes: [" + from + ", " + to + ")");
    }
  }

  public long length() {
    return to - from;
  }

  public boolean contains(long offset) {
    return offset >= from && offset < to;
  }

  public boolean overlaps(Span other) {
    return from < other.to && other.from < to;
  }

  @Override
  public String toString() {
    return "[" + from + ", " + to + ")";
  }
}
