package org.sluice.engine.item;

/// The number of a download in the list; given once, never again.
///
/// @param value from 1
public record ItemId(long value) implements Comparable<ItemId> {
  public ItemId {
    if (value < 1) {
      throw new IllegalArgumentException("numbers of downloads begin at 1: " + value);
    }
  }

  @Override
  public int compareTo(ItemId other) {
    return Long.compare(value, other.value);
  }

  @Override
  public String toString() {
    return Long.toString(value);
  }
}
