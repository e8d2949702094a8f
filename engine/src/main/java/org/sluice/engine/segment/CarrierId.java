package org.sluice.engine.segment;

/// The number of a carrier within its plan; never given twice.
///
/// @param value from 1
public record CarrierId(long value) {
  public CarrierId {
    if (value < 1) {
      throw new IllegalArgumentException("numbers of carriers begin at 1: " + value);
    }
  }

  @Override
  public String toString() {
    return "carrier " + value;
  }
}
